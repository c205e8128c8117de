//! The client in a module behaves like the one in a crate, and its manifest needs only the listed
//! dependencies.

use build_script::api::zoom::pac::ListUserPacAccounts;
use build_script::api::zoom::{Client, Endpoint, Error};
use tests::{Reply, Server};

#[tokio::test]
async fn a_call_goes_to_the_server_and_back() -> Result<(), Error> {
    let server =
        Server::replying([Reply::json(200, r#"{"pac_accounts": [{"conference_id": 7}]}"#)]);
    let zoom = Client::builder().base_url(server.url()).bearer_token("a-secret-token").build()?;
    let accounts = ListUserPacAccounts::new("a/b").send(&zoom).await?;
    assert_eq!(accounts.pac_accounts.len(), 1);
    assert_eq!(server.one().target, "/users/a%2Fb/pac");
    Ok(())
}

#[test]
fn the_manifest_has_the_dependencies_of_the_module() {
    let dependencies = include_str!(concat!(env!("OUT_DIR"), "/zoom/dependencies.toml"));
    let manifest = include_str!("../Cargo.toml");
    let missing: Vec<&str> = dependencies
        .lines()
        .skip(1)
        .filter(|line| !manifest.lines().any(|own| own == *line))
        .collect();
    assert!(missing.is_empty(), "the manifest lacks:\n{}", missing.join("\n"));
    assert!(dependencies.contains("\nreqwest = "), "{dependencies}");
}

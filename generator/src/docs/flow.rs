//! Values that flow from responses to later requests: what arguments, endpoints and the front page say about them.

use crate::api::Supply;
use crate::markdown::code;

/// As many requests are named.
const MOST_NAMED: usize = 8;

/// Of an argument: where its value usually comes from. `whole`: the value is all of the argument.
pub fn argument(supply: &Supply, producer: &str, whole: bool) -> String {
    let verb = if whole { "Usually" } else { "Usually holds" };
    format!("{verb} {} of {producer}.", supplied(supply))
}

/// Of an argument that only a script sets.
pub fn computed(what: &str) -> String {
    format!("In Postman, a script sets it to {what}.")
}

/// Of an endpoint whose response supplies an argument of others.
pub fn supplies(supply: &Supply, argument: &str, consumers: &[String]) -> String {
    format!("* {} is usually {} of {}.", supplied(supply), code(argument), listed(consumers))
}

/// Of an endpoint whose response supplies a credential.
pub fn credential(supply: &Supply, setting: &str, requests: usize) -> String {
    let requests =
        if requests == 1 { "one request".to_owned() } else { format!("{requests} requests") };
    format!(
        "* {} is the credential of {requests}: pass it to `{setting}` of the client's builder.",
        supplied(supply)
    )
}

/// The heading above what an endpoint's response supplies.
pub const HEADING: &str = "# Where its response is used";

fn supplied(supply: &Supply) -> String {
    match supply {
        Supply::Json(path) => format!("{} of the response", code(&path.to_string())),
        Supply::Header(name) => format!("the header {} of the response", code(name)),
        Supply::Cookie(name) => format!("the cookie {} of the response", code(name)),
        Supply::Body => "the body of the response".to_owned(),
        Supply::Script(what) => (*what).to_owned(),
    }
}

fn listed(names: &[String]) -> String {
    let rest = names.len().saturating_sub(MOST_NAMED);
    let named = names[..names.len() - rest].join(", ");
    match rest {
        0 => named,
        1 => format!("{named} and one more request"),
        rest => format!("{named} and {rest} more requests"),
    }
}

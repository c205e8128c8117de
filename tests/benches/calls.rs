//! The cost of a call through a generated client, compared with the same call written by hand.
//!
//! `cargo bench -p tests --bench calls` prints times and allocations of each, and then the CPU time
//! of the client alone (the server runs in the same process and would hide it).

use std::cell::OnceCell;
use std::hint::black_box;
use std::time::Duration;

use divan::{AllocProfiler, Bencher};
use generated_client::pac::ListUserPacAccounts;
use generated_client::runtime::reqwest_builder;
use generated_client::{Client, Endpoint};
use serde::Deserialize;
use tests::canned;
use tokio::runtime::Runtime;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const ANSWER: &str = r#"{"pac_accounts":[{"dedicated_dial_in_number":[{"number":"123343434","country":"USA"}],"global_dial_in_numbers":[{"number":"434343434","country":"USA"}],"conference_id":"111111","participant_password":"ghdf","listen_only_password":"hkgk"}]}"#;
const TOKEN: &str = "a-token-of-a-usual-length-of-forty-letters";

fn main() {
    divan::main();
    processor_time();
}

/// The response type, as one would write it by hand.
#[derive(Deserialize)]
struct Accounts {
    pac_accounts: Vec<Account>,
}

#[derive(Deserialize)]
struct Account {
    dedicated_dial_in_number: Vec<Number>,
    global_dial_in_numbers: Vec<Number>,
    conference_id: Option<String>,
    participant_password: Option<String>,
    listen_only_password: Option<String>,
}

#[derive(Deserialize)]
struct Number {
    number: Option<String>,
    country: Option<String>,
}

/// A connected client of each kind, and the async runtime that drives them.
struct Setup {
    driver: Runtime,
    url: String,
    typed: Client,
    plain: reqwest::Client,
}

impl Setup {
    fn new() -> Self {
        let url = canned(ANSWER);
        let setup = Setup {
            driver: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime"),
            typed: Client::builder()
                .base_url(url.as_str())
                .bearer_token(TOKEN)
                .build()
                .expect("a client"),
            plain: reqwest_builder().expect("TLS").user_agent("bench/1").build().expect("a client"),
            url,
        };
        setup.typed();
        setup.by_hand();
        setup
    }

    fn typed(&self) {
        let accounts = self
            .driver
            .block_on(ListUserPacAccounts::new("me").send(&self.typed))
            .expect("an answer");
        assert_eq!(accounts.pac_accounts.len(), 1);
    }

    fn by_hand(&self) {
        let accounts = self.driver.block_on(async {
            let url = format!("{}/users/{}/pac", self.url, "me");
            let answer = self.plain.get(url).bearer_auth(TOKEN).send().await?.error_for_status()?;
            Ok::<_, reqwest::Error>(
                serde_json::from_slice::<Accounts>(&answer.bytes().await?).expect("the JSON"),
            )
        });
        let accounts = accounts.expect("an answer").pac_accounts;
        for account in &accounts {
            black_box((
                &account.conference_id,
                &account.participant_password,
                &account.listen_only_password,
            ));
            for number in
                account.dedicated_dial_in_number.iter().chain(&account.global_dial_in_numbers)
            {
                black_box((&number.number, &number.country));
            }
        }
        assert_eq!(accounts.len(), 1);
    }
}

thread_local! {
    static SETUP: OnceCell<Setup> = const { OnceCell::new() };
}

fn with_setup(work: impl FnOnce(&Setup)) {
    SETUP.with(|setup| work(setup.get_or_init(Setup::new)));
}

#[divan::bench(sample_count = 200, sample_size = 20)]
fn typed(bencher: Bencher) {
    with_setup(|setup| bencher.bench_local(|| setup.typed()));
}

#[divan::bench(sample_count = 200, sample_size = 20)]
fn by_hand(bencher: Bencher) {
    with_setup(|setup| bencher.bench_local(|| setup.by_hand()));
}

#[divan::bench]
fn built_without_being_sent(bencher: Bencher) {
    bencher.bench_local(|| {
        black_box(ListUserPacAccounts::new("me")).write_to("https://api.zoom.us/v2")
    });
}

#[divan::bench]
fn built_with_credentials(bencher: Bencher) {
    with_setup(|setup| {
        bencher.bench_local(|| setup.typed.request(black_box(&ListUserPacAccounts::new("me"))))
    });
}

/// Returns the CPU time of this thread, where the system provides it.
fn used() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn processor_time() {
    const ROUNDS: usize = 60;
    const CALLS: u32 = 100;
    let measure = |call: &dyn Fn()| {
        let begin = used()?;
        (0..CALLS).for_each(|_| call());
        Some((used()? - begin) / CALLS)
    };
    with_setup(|setup| {
        let rounds =
            (0..ROUNDS).map(|_| Some((measure(&|| setup.typed())?, measure(&|| setup.by_hand())?)));
        let Some((mut typed, mut by_hand)) = rounds.collect::<Option<(Vec<_>, Vec<_>)>>() else {
            return;
        };
        typed.sort();
        by_hand.sort();
        let (typed, by_hand) = (typed[ROUNDS / 2], by_hand[ROUNDS / 2]);
        println!(
            "processor time of a call: typed {typed:?}, by hand {by_hand:?}, ratio {:.3}",
            typed.as_secs_f64() / by_hand.as_secs_f64()
        );
    });
}

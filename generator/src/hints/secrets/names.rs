//! Which names announce a secret.

/// How sure a name is about its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// `password`, `client_secret`, `api_key`: any string below it is a secret, also an ordinary word.
    Certain,
    /// `session`, `credentials`, `tokens`: a state (`enabled`), a link or a date below it is not.
    Likely,
}

/// Words that make a name that of a secret wherever they occur in it.
const CERTAIN: [&str; 15] = [
    "password",
    "passwords",
    "passwd",
    "pwd",
    "passphrase",
    "passcode",
    "secret",
    "token",
    "apikey",
    "apikeys",
    "jwt",
    "otp",
    "bearer",
    "cvv",
    "cvc",
];

/// Words that usually do.
const LIKELY: [&str; 8] = [
    "authorization",
    "credential",
    "credentials",
    "cookie",
    "cookies",
    "tokens",
    "secrets",
    "session",
];

/// Words that make `key` a secret: `X-Api-Key`, `signing_key`.
const BEFORE_KEY: [&str; 25] = [
    "api",
    "access",
    "private",
    "app",
    "auth",
    "secret",
    "subscription",
    "encryption",
    "signing",
    "master",
    "session",
    "shared",
    "functions",
    "license",
    "admin",
    "developer",
    "storage",
    "account",
    "service",
    "server",
    "security",
    "authentication",
    "integration",
    "fastly",
    "webhook",
];

/// Words that end with one of these count as if they were two: `authtoken`, `accesskey`.
const GLUED: [&str; 10] = [
    "token",
    "password",
    "passwd",
    "secret",
    "apikey",
    "accesskey",
    "secretkey",
    "privatekey",
    "authkey",
    "passphrase",
];

/// Last words of names that tell something about a secret: `token_type`, `secretName`, `secret_scanning_bypass`.
const ABOUT: &str = "\
    about access active address age alert alerts alg algorithm allowed amount arn at attempts
    audience authentication available backend balance bucket bypass bypassers bypasses case
    chain change changed changes check checks class column comment comments complexity config
    configuration contract count created credits date days decimals delay delegated
    description details digits disabled dismissal dismissals domain duration eight email
    enabled endpoint engine env error errors exists expiration expired expires expiry failed
    failure field fields file filter flow format four grace group groups header help hint
    history host hours href id ids in index info interval issued issuer kind label last4
    length lifetime limit link links list location locations management manager match matches
    message messages metadata method methods minutes mismatch missing mode name names needed
    note notes number on option options owner page pages pair param parameter path paths
    pattern patterns per period permission permissions policies policy preferences prefix
    present price properties property protected protection provider providers question query quota
    rate reason reference registry request requests required reset resolution resolved result
    retries revoked role roles rotated rotation rule rules scan scanner scanning scope scopes
    seconds selector server set settings sid size source standard start started state status
    store strength success suffix supply support supported symbol template threshold time
    timeout timestamp title to total transfer transfers ttl type types until updated updates
    uri uris url urls usage used user username users valid validation validity variable
    verified version visibility";

/// First words of names of flags: `has_password`, `requireSecret`.
const FLAGS: [&str; 23] = [
    "allow", "allows", "can", "disable", "disallow", "enable", "force", "forgot", "has", "hide",
    "include", "includes", "is", "must", "need", "needs", "require", "required", "requires",
    "should", "show", "supports", "uses",
];

/// Words before `token` that make it a cursor: `next_page_token`.
const CURSOR: [&str; 14] = [
    "next",
    "page",
    "nextpage",
    "previous",
    "prev",
    "continuation",
    "continue",
    "sync",
    "cursor",
    "pagination",
    "skip",
    "resume",
    "start",
    "scroll",
];

/// Words before `tokens` that make it a number: `max_tokens`.
const COUNTED: [&str; 10] =
    ["max", "min", "num", "total", "used", "prompt", "completion", "input", "output", "cached"];

/// What a name announces; `None` for a name like any other.
pub fn certainty(name: &str) -> Option<Certainty> {
    if !may_be_secret(name) {
        return None;
    }
    let words = words(name);
    let (first, last) = (words.first()?.as_str(), words.last()?.as_str());
    if FLAGS.contains(&first) && words.len() > 1 {
        return None;
    }
    if words.iter().any(|word| word == "session") {
        return match last {
            "session" | "id" | "sid" | "cookie" => Some(Certainty::Likely),
            "key" | "token" | "secret" => Some(Certainty::Certain),
            _ => None,
        };
    }
    if ABOUT.split_ascii_whitespace().any(|word| word == last) {
        return None;
    }
    let is = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let cursor = is(&["token", "tokens"]) && is(&CURSOR) && !is(&["access", "auth", "api"]);
    if cursor || is(&["tokens"]) && is(&COUNTED) {
        return None;
    }
    let key = |pair: &[String]| {
        matches!(pair[1].as_str(), "key" | "keys") && BEFORE_KEY.contains(&pair[0].as_str())
    };
    let certain =
        is(&CERTAIN) || words.windows(2).any(key) || words.iter().any(|word| is_glued(word));
    match certain {
        true => Some(Certainty::Certain),
        false => (is(&LIKELY) || is_pass(&words)).then_some(Certainty::Likely),
    }
}

/// Whether a string below this name is a secret.
pub fn is_secret_name(name: &str) -> bool {
    certainty(name).is_some()
}

/// `authtoken`, `userpassword`, `passwordconfirmation`; not `pagetoken`.
fn is_glued(word: &str) -> bool {
    let after = ["hash", "confirm", "confirmation", "again", "repeat", "new", "old", "value"];
    let before = |end: &&str| word.strip_suffix(*end).is_some_and(|rest| !CURSOR.contains(&rest));
    GLUED.iter().any(before)
        || word.strip_prefix("password").is_some_and(|rest| after.contains(&rest))
}

/// `pass` on its own, or that of a log-in. (A boarding pass is not a secret.)
fn is_pass(words: &[String]) -> bool {
    const OF: [&str; 10] =
        ["user", "db", "database", "smtp", "ftp", "admin", "auth", "login", "mail", "proxy"];
    match words {
        [only] => only == "pass",
        [.., before, last] => last == "pass" && OF.contains(&before.as_str()),
        [] => false,
    }
}

/// A cheap test that most names fail.
fn may_be_secret(name: &str) -> bool {
    name.as_bytes().windows(3).any(|letters| {
        let letters = [letters[0] | 0x20, letters[1] | 0x20, letters[2] | 0x20];
        matches!(
            &letters,
            b"pas"
                | b"pwd"
                | b"sec"
                | b"tok"
                | b"cre"
                | b"aut"
                | b"key"
                | b"jwt"
                | b"coo"
                | b"ses"
                | b"otp"
                | b"bea"
                | b"cvv"
                | b"cvc"
        )
    })
}

/// The words of a name in lower case, without digits at their ends: `X-Api-Key`, `api_key` and `apiKey2` have the words
/// `api` and `key`.
pub fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower_before = false;
    for letter in name.chars() {
        if !letter.is_alphanumeric() {
            words.push(String::new());
        } else {
            if letter.is_uppercase() && lower_before {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(letter.to_lowercase());
            }
        }
        lower_before = letter.is_lowercase() || letter.is_ascii_digit();
    }
    for word in &mut words {
        let length = word.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        if length > 2 && !matches!(word.as_str(), "last4") {
            word.truncate(length);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

//! Which values are secrets whatever their name: tokens with a known start, JSON Web Tokens, private keys.
//!
//! The starts are those that the vendors document, the same facts as in the rules of gitleaks.

use super::names::words;

/// The starts of well-known tokens, and the least length of the whole token.
const PREFIXES: &[(&str, usize)] = &[
    ("sk_live_", 16),
    ("sk_test_", 16),
    ("rk_live_", 16),
    ("rk_test_", 16),
    ("pk_live_", 16),
    ("whsec_", 16),
    ("sk-ant-", 20),
    ("sk-proj-", 20),
    ("sk-svcacct-", 20),
    ("sk-or-v1-", 20),
    ("gsk_", 30),
    ("r8_", 30),
    ("hf_", 30),
    ("pplx-", 30),
    ("nvapi-", 30),
    ("ghp_", 20),
    ("gho_", 20),
    ("ghu_", 20),
    ("ghs_", 20),
    ("ghr_", 20),
    ("github_pat_", 30),
    ("glpat-", 20),
    ("gldt-", 20),
    ("glrt-", 20),
    ("glptt-", 20),
    ("glft-", 20),
    ("glsoat-", 20),
    ("AKIA", 20),
    ("ASIA", 20),
    ("ABIA", 20),
    ("ACCA", 20),
    ("LTAI", 20),
    ("AIza", 35),
    ("GOCSPX-", 20),
    ("ya29.", 20),
    ("1//0", 30),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("xoxa-", 20),
    ("xoxr-", 20),
    ("xoxs-", 20),
    ("xoxe.", 20),
    ("xapp-", 20),
    ("SG.", 30),
    ("PMAK-", 30),
    ("PMAT-", 24),
    ("npm_", 30),
    ("pypi-AgEI", 30),
    ("rubygems_", 30),
    ("dckr_pat_", 20),
    ("EAACEdEose0cBA", 20),
    ("EAAG", 40),
    ("EAAB", 40),
    ("EAAJ", 40),
    ("shpat_", 24),
    ("shpca_", 24),
    ("shppa_", 24),
    ("shpss_", 24),
    ("dop_v1_", 30),
    ("doo_v1_", 30),
    ("dor_v1_", 30),
    ("dp.pt.", 30),
    ("dp.st.", 30),
    ("lin_api_", 30),
    ("NRAK-", 24),
    ("NRJS-", 20),
    ("sntrys_", 30),
    ("sntryu_", 30),
    ("sq0atp-", 20),
    ("sq0csp-", 20),
    ("hvs.", 24),
    ("hvb.", 24),
    ("AGE-SECRET-KEY-1", 30),
    ("ATATT3", 30),
    ("ATCTT3", 30),
    ("CFPAT-", 30),
    ("glsa_", 30),
    ("glc_", 30),
    ("figd_", 24),
    ("shippo_live_", 24),
    ("shippo_test_", 24),
    ("ntn_", 30),
    ("xkeysib-", 30),
    ("apify_api_", 24),
    ("pscale_tkn_", 24),
    ("pscale_pw_", 24),
    ("sbp_", 30),
    ("rzp_live_", 20),
    ("FLWSECK", 20),
    ("EZAK", 40),
    ("EZTK", 40),
    ("pul-", 40),
    ("rdme_", 40),
    ("sgp_", 40),
    ("dapi", 36),
];

/// No well-known token is shorter.
pub const SHORTEST_TOKEN: usize = 16;

/// Whether a word is a token whatever its name: a JSON Web Token, or one with a known start.
pub fn is_known_token(word: &str) -> bool {
    let [first, second, ..] = word.as_bytes() else { return false };
    let starts = |prefix: &str| {
        matches!(prefix.as_bytes(), [one, two, ..] if one == first && two == second)
            && word.starts_with(prefix)
    };
    let known = |&(prefix, length): &(&str, usize)| {
        word.len() >= length && starts(prefix) && !is_padding(&word[prefix.len()..])
    };
    is_jwt(word) || PREFIXES.iter().any(known) && word.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a string is one character over and over.
fn is_padding(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'*' | b'.' | b'_' | b'-'))
}

/// `eyJ….eyJ….…`, also cut short. (`eyJ…` without a dot is any JSON in base64, such as a cursor.)
fn is_jwt(word: &str) -> bool {
    const HEADERS: [&str; 4] = ["eyJhbGci", "eyJ0eXAi", "eyJraWQi", "eyJlbmMi"];
    word.len() >= SHORTEST_TOKEN
        && word.starts_with("eyJ")
        && word.bytes().all(is_token_byte)
        && (word.trim_end_matches('.').contains('.')
            || HEADERS.iter().any(|start| word.starts_with(start)))
}

/// The bytes of tokens.
pub fn is_token_byte(byte: u8) -> bool {
    const TABLE: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte: u8 = 0;
        while byte < 128 {
            table[byte as usize] = byte.is_ascii_alphanumeric()
                || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'+' | b'/' | b'=');
            byte += 1;
        }
        table
    };
    TABLE[usize::from(byte)]
}

/// Whether a text holds a private key in PEM.
pub fn is_private_key(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("-----BEGIN") else { return false };
    let key = rest
        .split_once("PRIVATE KEY")
        .map(|(_, rest)| rest.trim_start_matches([' ', 'B', 'L', 'O', 'C', 'K', '-']));
    let content = key.map(|key| key.split("-----").next().unwrap_or(key));
    content.is_some_and(|content| content.bytes().filter(u8::is_ascii_alphanumeric).count() >= 16)
}

/// Words of names below which long base64 is data, an identifier or a fingerprint.
const DATA: &str = "sha md hash digest checksum etag commit ref tree content contents data body \
    output input file image img photo picture logo avatar icon document payload blob base id ids uid guid uuid \
    object parent parents head before after next previous cursor page marker nonce opaque \
    certificate cert public fingerprint node url uri thumbprint src text message description \
    query html pdf csv binary attachment match tag path version for";

/// Words of names below which long hexadecimal is a credential.
const CREDENTIAL: &str =
    "key keys auth sig token tokens secret secrets access hook webhook api code hmac";

/// Whether a whole value under this name has the form of a token: a known one, or long hexadecimal or base64 where
/// the name does not tell something else.
pub fn is_token(name: &str, value: &str) -> bool {
    if is_known_token(value) || is_private_key(value) {
        return true;
    }
    let (hex, base64) = (is_long_hex(value), is_long_base64(value));
    if !hex && !base64 {
        return false;
    }
    let words = words(name);
    let listed = |list: &str| {
        words.iter().any(|word| list.split_ascii_whitespace().any(|other| other == word))
    };
    match hex {
        true => listed(CREDENTIAL) && !listed(DATA),
        false => !listed(DATA),
    }
}

/// At least 32 hexadecimal digits, letters and digits mixed.
pub fn is_long_hex(value: &str) -> bool {
    value.len() >= 32
        && value.bytes().all(|byte| byte.is_ascii_hexdigit())
        && value.bytes().any(|byte| byte.is_ascii_digit())
        && value.bytes().any(|byte| byte.is_ascii_alphabetic())
        && distinct(value) >= 8
}

/// At least 40 characters of base64 with capitals, small letters and digits, as random data has them.
pub fn is_long_base64(value: &str) -> bool {
    value.len() >= 40
        && value.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_')
        })
        && value.bytes().filter(u8::is_ascii_digit).count() >= 3
        && value.bytes().any(|byte| byte.is_ascii_lowercase())
        && value.bytes().any(|byte| byte.is_ascii_uppercase())
        && value.bytes().filter(|byte| matches!(byte, b'-' | b'/' | b'_')).count() <= 4
        && distinct(value) >= 16
}

/// How many different bytes a text has.
fn distinct(text: &str) -> usize {
    let mut seen = [false; 256];
    text.bytes().for_each(|byte| seen[usize::from(byte)] = true);
    seen.iter().filter(|seen| **seen).count()
}

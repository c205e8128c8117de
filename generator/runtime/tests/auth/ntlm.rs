use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use runtime::auth::encoding::hex;
use runtime::auth::fresh::Clock;
use runtime::auth::ntlm::Ntlm;
use runtime::auth::ntlm::message::{
    Challenge, Identity, Kind, authenticate, kind, negotiate, response_key, responses,
};
use runtime::auth::problem::AuthProblem;

const USER: Identity<'_> =
    Identity { user: "User", domain: "Domain", password: "Password", workstation: "COMPUTER" };

/// The server's message of MS-NLMP §4.2.4.3.
const CHALLENGE: &str = "4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef00000000000000002400240044000000\
                         060070170000000f53006500720076006500720002000c0044006f006d00610069006e0001000c0053006500720076006500\
                         720000000000";

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2)
        .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

/// The examples of MS-NLMP §4.2.4.
#[test]
fn the_responses_of_the_specification() {
    assert_eq!(hex(&response_key(&USER)), "0c868a403bfd7a93a3001ef22ef02e3f");
    let challenge = Challenge::parse(&bytes(CHALLENGE)).unwrap();
    assert_eq!(hex(&challenge.challenge), "0123456789abcdef");
    let made = responses(&USER, &challenge, [0xAA; 8], [0; 8]);
    assert_eq!(hex(&made.lm), "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
    assert_eq!(hex(&made.nt[..16]), "68cd0ab851e51c96aabc927bebef6a1c");
    assert_eq!(
        hex(&made.nt[16..]),
        "01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e0001000c0053006500720076\
         006500720000000000\
         00000000"
    );
}

fn field(message: &[u8], at: usize) -> &[u8] {
    let length = usize::from(u16::from_le_bytes([message[at], message[at + 1]]));
    let start = u32::from_le_bytes(message[at + 4..at + 8].try_into().unwrap()) as usize;
    &message[start..start + length]
}

fn text(bytes: &[u8]) -> String {
    String::from_utf16(
        &bytes.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect::<Vec<_>>(),
    )
    .unwrap()
}

#[test]
fn the_first_message_names_domain_and_workstation() {
    let message = negotiate(&USER);
    assert_eq!(kind(&message), Kind::Negotiate);
    assert_eq!((field(&message, 16), field(&message, 24)), (&b"DOMAIN"[..], &b"COMPUTER"[..]));
    assert_eq!(&message[12..16], 0xA208_B207_u32.to_le_bytes());
}

#[test]
fn the_second_message_points_to_its_parts() {
    let challenge = Challenge::parse(&bytes(CHALLENGE)).unwrap();
    let message = authenticate(&USER, &challenge, [0xAA; 8], Clock::System);
    assert_eq!(kind(&message), Kind::Authenticate);
    let names = [28, 36, 44].map(|at| text(field(&message, at)));
    assert_eq!(names, ["Domain", "User", "COMPUTER"]);
    assert_eq!(hex(field(&message, 12)), "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
    assert_eq!(field(&message, 20).len(), 16 + 28 + 36 + 4);
    assert_eq!(field(&message, 52), b"");
}

#[test]
fn the_servers_time_is_used_when_it_tells_it() {
    let mut challenge = Challenge::parse(&bytes(CHALLENGE)).unwrap();
    let end = challenge.target_info.len() - 4;
    challenge.target_info.splice(end..end, [7, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    let message = authenticate(&USER, &challenge, [0xAA; 8], Clock::System);
    assert_eq!(field(&message, 12), [0; 24]);
    assert_eq!(field(&message, 20)[24..32], [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn broken_challenges_are_no_challenges() {
    let whole = bytes(CHALLENGE);
    for length in 0..whole.len() {
        assert_eq!(Challenge::parse(&whole[..length]), None, "{length}");
    }
    let mut beyond = whole;
    beyond[44..48].fill(0xFF);
    assert_eq!(Challenge::parse(&beyond), None);
}

#[test]
fn the_conversation_has_two_rounds() {
    let ntlm = Ntlm::new("DOMAIN\\user", "secret");
    assert_eq!(ntlm.answer(&[], ["Basic realm=\"x\""], None), Ok(None));
    let first = ntlm.answer(&[], ["Negotiate, NTLM"], None).unwrap().unwrap();
    let asked = format!("NTLM {}", BASE64_STANDARD.encode(bytes(CHALLENGE)));
    let second = ntlm.answer(&[], [asked.as_str()], Some(&first)).unwrap().unwrap();
    let message = BASE64_STANDARD.decode(second.strip_prefix("NTLM ").unwrap()).unwrap();
    assert_eq!(
        (text(field(&message, 28)), text(field(&message, 36))),
        ("DOMAIN".to_owned(), "user".to_owned())
    );
    assert_eq!(ntlm.answer(&[], ["NTLM"], Some(&second)), Ok(None));
    assert_eq!(
        ntlm.answer(&[], ["NTLM"], Some(&first)),
        Err(AuthProblem::Challenge { scheme: "ntlm" })
    );
}

#[test]
fn the_domain_may_stand_in_the_user_name() {
    let asked = format!("NTLM {}", BASE64_STANDARD.encode(bytes(CHALLENGE)));
    let named = |ntlm: &Ntlm| {
        let first = ntlm.answer(&[], ["NTLM"], None).unwrap().unwrap();
        let second = ntlm.answer(&[], [asked.as_str()], Some(&first)).unwrap().unwrap();
        let message = BASE64_STANDARD.decode(second.strip_prefix("NTLM ").unwrap()).unwrap();
        (text(field(&message, 36)), text(field(&message, 28)))
    };
    let pair = |user: &str, domain: &str| (user.to_owned(), domain.to_owned());
    assert_eq!(named(&Ntlm::new("user@domain", "p")), pair("user", "domain"));
    assert_eq!(named(&Ntlm::new("user@domain", "p").domain("other")), pair("user@domain", "other"));
    assert_eq!(named(&Ntlm::new("d\\user@domain", "p")), pair("d\\user@domain", ""));
}

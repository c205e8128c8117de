// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The three messages of NTLM (MS-NLMP §2.2.1) and the responses of its version 2 (§3.3.2).

use hmac::Hmac;
use md4::{Digest, Md4};
use md5::Md5;

use super::super::fresh::Clock;
use super::super::mac::mac;

const SIGNATURE: &[u8; 8] = b"NTLMSSP\0";
/// Windows XP's version and revision 15 of the protocol: what most clients send.
const VERSION: [u8; 8] = [5, 1, 0x28, 0x0A, 0, 0, 0, 15];
/// From 1601, where Windows' time begins, to 1970, in units of 100 nanoseconds.
const EPOCH: u64 = 116_444_736_000_000_000;

const UNICODE: u32 = 0x0000_0001;
const OEM: u32 = 0x0000_0002;
const OEM_DOMAIN_SUPPLIED: u32 = 0x0000_1000;
const OEM_WORKSTATION_SUPPLIED: u32 = 0x0000_2000;
const TARGET_INFO: u32 = 0x0080_0000;
/// A target is requested, NTLM, always sign, extended session security, version, 128 and 56 bits.
const COMMON: u32 = 0xA208_8204;

/// Who asks.
#[derive(Clone, Copy)]
pub struct Identity<'a> {
    /// The user.
    pub user: &'a str,
    /// The domain.
    pub domain: &'a str,
    /// The password.
    pub password: &'a str,
    /// The computer.
    pub workstation: &'a str,
}

/// Which message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The client's first one.
    Negotiate,
    /// The server's.
    Challenge,
    /// The client's second one.
    Authenticate,
    /// None of them.
    Unknown,
}

/// The kind of a message.
pub fn kind(message: &[u8]) -> Kind {
    match (message.starts_with(SIGNATURE), number(message, 8)) {
        (true, Some(1)) => Kind::Negotiate,
        (true, Some(2)) => Kind::Challenge,
        (true, Some(3)) => Kind::Authenticate,
        _ => Kind::Unknown,
    }
}

/// The client's first message.
pub fn negotiate(identity: &Identity<'_>) -> Vec<u8> {
    // Names go in the computer's own 8-bit encoding, of which nothing is known but ASCII.
    let plain =
        |name: &str| if name.is_ascii() { name.to_uppercase().into_bytes() } else { Vec::new() };
    let (domain, workstation) = (plain(identity.domain), plain(identity.workstation));
    let mut flags = COMMON | UNICODE | OEM;
    flags |= if domain.is_empty() { 0 } else { OEM_DOMAIN_SUPPLIED };
    flags |= if workstation.is_empty() { 0 } else { OEM_WORKSTATION_SUPPLIED };
    let mut writer = Writer::new(1, 40);
    writer.number(flags);
    let at = writer.reserve(workstation.len());
    writer.field(domain.len(), at + workstation.len());
    writer.field(workstation.len(), at);
    writer.head.extend(VERSION);
    [writer.head, workstation, domain].concat()
}

/// The server's message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// What was negotiated.
    pub flags: u32,
    /// The server's challenge.
    pub challenge: [u8; 8],
    /// What the server says about itself.
    pub target_info: Vec<u8>,
}

impl Challenge {
    /// Reads the server's message.
    pub fn parse(message: &[u8]) -> Option<Self> {
        if kind(message) != Kind::Challenge {
            return None;
        }
        let flags = number(message, 20)?;
        let challenge = message.get(24..32)?.try_into().ok()?;
        let target_info = if flags & TARGET_INFO == 0 {
            Vec::new()
        } else {
            let length = usize::try_from(number(message, 40)? & 0xFFFF).ok()?;
            let start = usize::try_from(number(message, 44)?).ok()?;
            message.get(start..start.checked_add(length)?)?.to_vec()
        };
        Some(Self { flags, challenge, target_info })
    }

    /// The server's time, when it tells it.
    fn timestamp(&self) -> Option<[u8; 8]> {
        let mut rest = self.target_info.as_slice();
        while let Some((head, tail)) = rest.split_at_checked(4) {
            let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
            let value = tail.get(..length)?;
            match u16::from_le_bytes([head[0], head[1]]) {
                0 => return None,
                7 => return value.try_into().ok(),
                _ => rest = &tail[length..],
            }
        }
        None
    }
}

/// What proves the knowledge of the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responses {
    /// LMv2.
    pub lm: Vec<u8>,
    /// NTLMv2.
    pub nt: Vec<u8>,
}

/// The key that the responses are made with (`NTOWFv2`).
pub fn response_key(identity: &Identity<'_>) -> Vec<u8> {
    let name = identity.user.to_uppercase() + identity.domain;
    mac::<Hmac<Md5>>(&Md4::digest(utf16(identity.password)), &utf16(&name))
}

/// The responses to a challenge.
pub fn responses(
    identity: &Identity<'_>,
    challenge: &Challenge,
    client: [u8; 8],
    time: [u8; 8],
) -> Responses {
    let key = response_key(identity);
    let prove = |data: &[u8]| mac::<Hmac<Md5>>(&key, &[&challenge.challenge, data].concat());
    let blob =
        [&[1, 1, 0, 0, 0, 0, 0, 0], &time[..], &client, &[0; 4], &challenge.target_info, &[0; 4]]
            .concat();
    Responses { lm: [prove(&client), client.to_vec()].concat(), nt: [prove(&blob), blob].concat() }
}

/// The client's second message.
pub fn authenticate(
    identity: &Identity<'_>,
    challenge: &Challenge,
    client: [u8; 8],
    clock: Clock,
) -> Vec<u8> {
    let now = u64::try_from(clock.since_epoch().as_nanos() / 100)
        .unwrap_or(u64::MAX)
        .saturating_add(EPOCH);
    let told = challenge.timestamp();
    let mut responses = responses(identity, challenge, client, told.unwrap_or(now.to_le_bytes()));
    if told.is_some() {
        // Servers that tell their time want the older response to be empty (§3.1.5.1.2).
        responses.lm = vec![0; 24];
    }
    let unicode = challenge.flags & UNICODE != 0;
    let encode = |name: &str| if unicode { utf16(name) } else { name.as_bytes().to_vec() };
    let names = [identity.domain, identity.user, identity.workstation].map(encode);
    let mut writer = Writer::new(3, 72);
    let places = names.each_ref().map(|name| (name.len(), writer.reserve(name.len())));
    let lm = (responses.lm.len(), writer.reserve(responses.lm.len()));
    let nt = (responses.nt.len(), writer.reserve(responses.nt.len()));
    let no_session_key = (0, writer.reserve(0));
    for (length, at) in [lm, nt, places[0], places[1], places[2], no_session_key] {
        writer.field(length, at);
    }
    writer.number(COMMON | TARGET_INFO | if unicode { UNICODE } else { OEM });
    writer.head.extend(VERSION);
    [writer.head, names.concat(), responses.lm, responses.nt].concat()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn number(message: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(message.get(at..at + 4)?.try_into().ok()?))
}

/// Writes the fixed part of a message, which points into what follows.
struct Writer {
    head: Vec<u8>,
    end: usize,
}

impl Writer {
    fn new(kind: u32, length: usize) -> Self {
        let mut writer = Self { head: SIGNATURE.to_vec(), end: length };
        writer.number(kind);
        writer
    }

    fn number(&mut self, number: u32) {
        self.head.extend(number.to_le_bytes());
    }

    /// Takes some bytes after the fixed part; gives where they start.
    fn reserve(&mut self, length: usize) -> usize {
        let start = self.end;
        self.end += length;
        start
    }

    fn field(&mut self, length: usize, at: usize) {
        // Messages are far shorter than 64 KiB: headers are.
        let length = u16::try_from(length).unwrap_or(u16::MAX).to_le_bytes();
        self.head.extend([length, length].concat());
        self.number(u32::try_from(at).unwrap_or(u32::MAX));
    }
}

//! Signatures: digests and where they go.

use oxc_span::Span;

use super::super::{Signature, Target};
use super::Walker;
use super::value::Value;

impl<'a> Walker<'a> {
    /// The digest that a function makes, if it is one that makes digests.
    pub(super) fn digest(
        &mut self,
        name: &str,
        arguments: &[Value<'a>],
        span: Span,
    ) -> Option<Value<'a>> {
        let last = name.rsplit('.').next().unwrap_or_default();
        let option = |key: &str| arguments.first().and_then(|first| first.member(key)?.text());
        let text = || arguments.first().and_then(Value::text);
        let hash = ["MD5", "SHA1", "SHA256", "SHA384", "SHA512", "SHA3", "RIPEMD160"];
        let algorithm = match name {
            _ if name.starts_with("CryptoJS.")
                && (last.starts_with("Hmac") || hash.contains(&last)) =>
            {
                last.to_owned()
            }
            "crypto.createHmac" => format!("HMAC {}", text()?),
            "crypto.createHash" => text()?,
            "crypto.createSign" => format!("RSA {}", text()?),
            "crypto.subtle.sign" => {
                text().or_else(|| option("name")).unwrap_or_else(|| "a signature".to_owned())
            }
            _ if name.ends_with("crypto.Signature") || name.ends_with("crypto.Mac") => {
                option("alg").unwrap_or_else(|| "a signature".to_owned())
            }
            _ if name.ends_with("jws.JWS.sign") => "a JWT".to_owned(),
            _ => {
                // Something else that is done with a digest is still that digest.
                return arguments.iter().find(|value| matches!(value, Value::Digest(_))).cloned();
            }
        };
        // A digest of a digest (`HMAC(key, SHA256(body))`) is one signature: the outer.
        let inner = arguments.iter().find_map(|argument| match argument {
            Value::Digest(position) => Some(*position),
            _ => None,
        });
        let signature = Signature { algorithm, target: None, line: self.line(span) };
        if let Some(position) = inner {
            self.facts.signatures[position] = signature;
            return Some(Value::Digest(position));
        }
        self.facts.signatures.push(signature);
        Some(Value::Digest(self.facts.signatures.len() - 1))
    }

    /// Notes where a signature goes.
    pub(super) fn sign(&mut self, position: usize, target: Target) {
        if let Some(signature) = self.facts.signatures.get_mut(position)
            && !matches!(signature.target, Some(Target::Parameter(..)))
        {
            signature.target = Some(target);
        }
    }
}

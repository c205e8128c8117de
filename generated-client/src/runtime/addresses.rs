// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Addresses that are made of other settings: `{base_url}/auth`, `https://{region}.example.com`.

/// A setting, and its value when it has one.
pub(crate) type Setting<'a> = (&'static str, Option<&'a str>);

/// Settings that refer to each other more often than these do so in a circle.
const DEEPEST: usize = 20;

/// The value of the setting at a position, with those that it refers to filled in.
///
/// # Errors
///
/// The name of the setting that has no value.
pub(crate) fn expand(settings: &[Setting<'_>], position: usize) -> Result<String, &'static str> {
    let Some(&(name, value)) = settings.get(position) else { return Err("base_url") };
    let mut text = value.ok_or(name)?.to_owned();
    for _ in 0..DEEPEST {
        let mut filled = String::with_capacity(text.len());
        let mut changed = false;
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let inner = after.split_once('}').and_then(|(name, after)| {
                let setting = settings.iter().find(|(known, _)| *known == name)?;
                Some((setting, after))
            });
            let Some((&(name, value), after)) = inner else {
                filled.push('{');
                rest = after;
                continue;
            };
            filled.push_str(value.ok_or(name)?);
            changed = true;
            rest = after;
        }
        filled.push_str(rest);
        text = filled;
        if !changed {
            return Ok(text);
        }
    }
    Err(name)
}

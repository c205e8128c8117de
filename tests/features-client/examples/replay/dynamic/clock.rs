// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Formats moments as JavaScript writes dates, always in UTC.

use std::time::Duration;

const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Formats the time since 1970 as `2024-02-29T12:34:56.789Z`.
pub fn iso(moment: Duration) -> String {
    let (year, month, day) = date(moment);
    let (hours, minutes, seconds) = time(moment);
    let millis = moment.subsec_millis();
    format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}.{millis:03}Z")
}

/// Formats it as `Thu Feb 29 2024 12:34:56 GMT+0000 (Coordinated Universal Time)`.
pub fn long(moment: Duration) -> String {
    let (year, month, day) = date(moment);
    let (hours, minutes, seconds) = time(moment);
    let weekday = name(&DAYS, (moment.as_secs() / 86_400 + 4) % 7);
    let month = name(&MONTHS, month - 1);
    format!(
        "{weekday} {month} {day:02} {year:04} {hours:02}:{minutes:02}:{seconds:02} GMT+0000 (Coordinated Universal Time)"
    )
}

fn name(names: &[&'static str], position: u64) -> &'static str {
    usize::try_from(position)
        .ok()
        .and_then(|position| names.get(position))
        .copied()
        .unwrap_or_default()
}

fn time(moment: Duration) -> (u64, u64, u64) {
    let seconds = moment.as_secs();
    (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}

/// Returns year, month and day in the proleptic Gregorian calendar. Years start in March, so that a
/// leap day is the last day.
fn date(moment: Duration) -> (u64, u64, u64) {
    let days = moment.as_secs() / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

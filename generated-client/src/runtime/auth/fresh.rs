// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Time and chance, the two things that make a signature differ from the one before.
//!
//! Both can be fixed, so that published vectors can be checked: the time by [`Clock::Fixed`], a nonce by the scheme's own
//! parameter.

use super::super::clock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Where a scheme takes the time from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    #[default]
    System,
    /// Always the same moment.
    Fixed(SystemTime),
}

impl Clock {
    /// The time since 1970 in UTC.
    pub fn since_epoch(self) -> Duration {
        let now = match self {
            Self::System => clock::now(),
            Self::Fixed(moment) => moment,
        };
        now.duration_since(UNIX_EPOCH).unwrap_or_default()
    }

    /// Whole seconds since 1970 in UTC.
    pub fn seconds(self) -> u64 {
        self.since_epoch().as_secs()
    }

    /// The moment in the calendar.
    pub fn calendar(self) -> Calendar {
        Calendar::of(self.seconds())
    }
}

/// A moment in the Gregorian calendar, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The year.
    pub year: u64,
    /// The month, from 1.
    pub month: u64,
    /// The day of the month, from 1.
    pub day: u64,
    /// The hour, from 0.
    pub hour: u64,
    /// The minute.
    pub minute: u64,
    /// The second.
    pub second: u64,
}

impl Calendar {
    /// The calendar's words for some seconds since 1970.
    pub fn of(seconds: u64) -> Self {
        // Days are counted from 0000-03-01: years that begin in March have their leap day at the end.
        let days = seconds / 86_400 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        Self {
            year: era * 400 + year_of_era + u64::from(month <= 2),
            month,
            day: day_of_year - (153 * shifted_month + 2) / 5 + 1,
            hour: seconds / 3_600 % 24,
            minute: seconds / 60 % 60,
            second: seconds % 60,
        }
    }
}

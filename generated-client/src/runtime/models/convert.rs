// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! Formats as the types of other crates, each behind the feature of its name.

#[cfg(feature = "jiff")]
mod with_jiff {
    use super::super::{Date, DateTime, Time};

    impl DateTime {
        /// The point in time.
        pub fn to_jiff(&self) -> Result<jiff::Timestamp, jiff::Error> {
            self.as_str().parse()
        }
    }

    impl Date {
        /// The date.
        pub fn to_jiff(&self) -> Result<jiff::civil::Date, jiff::Error> {
            self.as_str().parse()
        }
    }

    impl Time {
        /// The time of day.
        pub fn to_jiff(&self) -> Result<jiff::civil::Time, jiff::Error> {
            self.as_str().parse()
        }
    }

    impl From<jiff::Timestamp> for DateTime {
        fn from(time: jiff::Timestamp) -> Self {
            time.to_string().into()
        }
    }

    impl From<jiff::civil::Date> for Date {
        fn from(date: jiff::civil::Date) -> Self {
            date.to_string().into()
        }
    }

    impl From<jiff::civil::Time> for Time {
        fn from(time: jiff::civil::Time) -> Self {
            time.to_string().into()
        }
    }
}

#[cfg(feature = "chrono")]
mod with_chrono {
    use super::super::{Date, DateTime, Time};

    impl DateTime {
        /// The point in time.
        pub fn to_chrono(&self) -> chrono::ParseResult<chrono::DateTime<chrono::FixedOffset>> {
            chrono::DateTime::parse_from_rfc3339(self.as_str())
        }
    }

    impl Date {
        /// The date.
        pub fn to_chrono(&self) -> chrono::ParseResult<chrono::NaiveDate> {
            self.as_str().parse()
        }
    }

    impl Time {
        /// The time of day.
        pub fn to_chrono(&self) -> chrono::ParseResult<chrono::NaiveTime> {
            self.as_str().parse()
        }
    }

    impl<Z: chrono::TimeZone> From<chrono::DateTime<Z>> for DateTime {
        fn from(time: chrono::DateTime<Z>) -> Self {
            // `Z` in place of `+00:00`, which some servers do not read.
            time.fixed_offset().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true).into()
        }
    }

    impl From<chrono::NaiveDate> for Date {
        fn from(date: chrono::NaiveDate) -> Self {
            date.to_string().into()
        }
    }

    impl From<chrono::NaiveTime> for Time {
        fn from(time: chrono::NaiveTime) -> Self {
            time.to_string().into()
        }
    }
}

#[cfg(feature = "time")]
mod with_time {
    use super::super::{Date, DateTime, Time};
    use time::error::{Format, Parse};
    use time::format_description::well_known::{Iso8601, Rfc3339};

    impl DateTime {
        /// The point in time.
        pub fn to_time(&self) -> Result<time::OffsetDateTime, Parse> {
            time::OffsetDateTime::parse(self.as_str(), &Rfc3339)
        }
    }

    impl Date {
        /// The date.
        pub fn to_time(&self) -> Result<time::Date, Parse> {
            time::Date::parse(self.as_str(), &Iso8601::DATE)
        }
    }

    impl Time {
        /// The time of day.
        pub fn to_time(&self) -> Result<time::Time, Parse> {
            time::Time::parse(self.as_str(), &Iso8601::TIME)
        }
    }

    impl TryFrom<time::OffsetDateTime> for DateTime {
        type Error = Format;

        fn try_from(time: time::OffsetDateTime) -> Result<Self, Format> {
            time.format(&Rfc3339).map(DateTime::from)
        }
    }

    impl TryFrom<time::Date> for Date {
        type Error = Format;

        fn try_from(date: time::Date) -> Result<Self, Format> {
            date.format(&Iso8601::DATE).map(Date::from)
        }
    }

    impl TryFrom<time::Time> for Time {
        type Error = Format;

        fn try_from(time: time::Time) -> Result<Self, Format> {
            time.format(&Iso8601::TIME).map(Time::from)
        }
    }
}

#[cfg(feature = "uuid")]
mod with_uuid {
    use super::super::Uuid;

    impl Uuid {
        /// The UUID.
        pub fn to_uuid(&self) -> Result<uuid::Uuid, uuid::Error> {
            uuid::Uuid::parse_str(self.as_str())
        }
    }

    impl From<uuid::Uuid> for Uuid {
        fn from(uuid: uuid::Uuid) -> Self {
            uuid.to_string().into()
        }
    }
}

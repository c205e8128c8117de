//! Every dynamic variable of Postman, in the order of its own list, with a pattern for its values.

use std::time::Duration;

use regex_lite::Regex;

use crate::runner::dynamic::Dynamic;

const UUID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const PHONE: &str = "[2-9]\\d{2}-[2-9]\\d{2}-\\d{4}";
const WORDS: &str = "[A-Za-z][A-Za-z -]*";
const NAME: &str = "[A-Z][A-Za-z']+";
const WORD: &str = "[a-z][a-z -]*";
const SENTENCE: &str = "[A-Z][a-z]+( [a-z]+)+\\.";
const HOST: &str = "[a-z]+\\.(com|net|org|info|biz|name)";
const MAIL: &str = "[A-Z][a-z]+\\.[A-Z][a-z]+\\d{1,2}";
const DATE: &str = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \\d{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT\\+0000 \\(Coordinated Universal Time\\)";
const FILE: &str = "[a-z_ -]+";
const EXTENSION: &str = "[a-z0-9]{2,5}";
const PHRASE: &str = "Try to [a-z ]+ the [A-Z]+ [a-z]+, it may [a-z ]+ the [a-z-]+ [a-z]+!";
const DEGREES: &str = "-?\\d{1,3}\\.\\d{4}";

/// Returns the pattern of an image URL.
fn image(kind: &str) -> String {
    format!("https?://[a-z.]+/640/480/{kind}")
}

/// Numbers and codes.
fn codes() -> Vec<(&'static str, String)> {
    let texts = [
        ("guid", UUID),
        ("timestamp", "\\d{10}"),
        ("isoTimestamp", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z"),
        ("randomUUID", UUID),
        ("randomAlphaNumeric", "[a-z0-9]"),
        ("randomBoolean", "true|false"),
        ("randomInt", "\\d{1,3}|1000"),
        ("randomColor", "[a-z]+"),
        ("randomHexColor", "#[0-9a-f]{6}"),
        ("randomAbbreviation", "[A-Z]{3,4}"),
        ("randomIP", "\\d{1,3}(\\.\\d{1,3}){3}"),
        ("randomIPV6", "[0-9a-f]{4}(:[0-9a-f]{4}){7}"),
        ("randomMACAddress", "[0-9a-f]{2}(:[0-9a-f]{2}){5}"),
        ("randomPassword", "[A-Za-z0-9_]{15}"),
        ("randomLocale", "[a-z]{2}"),
        ("randomUserAgent", "Mozilla/5\\.0 \\(.+\\) .+"),
        ("randomProtocol", "https?"),
        ("randomSemver", "\\d\\.\\d\\.\\d"),
        ("randomLatitude", DEGREES),
        ("randomLongitude", DEGREES),
        ("randomPhoneNumber", PHONE),
        ("randomPhoneNumberExt", &format!("\\d{{1,2}}-{PHONE}")),
        ("randomCountryCode", "[A-Z]{2}"),
        ("randomBankAccount", "\\d{8}"),
        ("randomCreditCardMask", "\\d{4}"),
        ("randomBankAccountBic", "[A-Z]{6}[A-Z][0-9]"),
        ("randomBankAccountIban", "[A-Z]{2}\\d{2}[A-Z0-9]{11,27}"),
        ("randomCurrencyCode", "[A-Z]{3}"),
        ("randomCurrencySymbol", "\\S{1,3}"),
        ("randomBitcoin", "1[1-9A-HJ-NP-Za-km-z]{25,33}"),
        ("randomPrice", "\\d{1,3}\\.\\d{2}"),
        ("randomDatePast", DATE),
        ("randomDateFuture", DATE),
        ("randomDateRecent", DATE),
        ("randomWeekday", "[A-Z][a-z]+day"),
        ("randomMonth", "[A-Z][a-z]{2,8}"),
    ];
    texts.map(|(name, pattern)| (name, pattern.to_owned())).to_vec()
}

/// People, companies and places.
fn people() -> Vec<(&'static str, String)> {
    let texts = [
        ("randomFirstName", NAME),
        ("randomLastName", NAME),
        ("randomFullName", &format!("{NAME} {NAME}")),
        ("randomNamePrefix", "[A-Z][a-z]{1,3}\\.?"),
        ("randomNameSuffix", "[A-Z][A-Za-z]*\\.?"),
        ("randomJobArea", WORDS),
        ("randomJobDescriptor", WORDS),
        ("randomJobTitle", "[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+"),
        ("randomJobType", WORDS),
        ("randomCity", WORDS),
        ("randomStreetName", &format!("{NAME} {NAME}")),
        ("randomStreetAddress", &format!("\\d{{1,5}} {NAME} {NAME}")),
        ("randomCountry", WORDS),
        ("randomCompanyName", &format!("{NAME} .+")),
        ("randomCompanySuffix", "Inc|LLC|Group|and Sons"),
        ("randomBankAccountName", "[A-Z][A-Za-z ]+ Account"),
        ("randomTransactionType", "deposit|withdrawal|payment|invoice"),
        ("randomCurrencyName", WORDS),
        ("randomDepartment", WORDS),
        ("randomProduct", WORDS),
        ("randomProductAdjective", WORDS),
        ("randomProductMaterial", WORDS),
        ("randomProductName", "[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+"),
        ("randomEmail", &format!("{MAIL}@[a-z.]+")),
        ("randomExampleEmail", &format!("{MAIL}@example\\.(com|net|org)")),
        ("randomUserName", "[A-Z][a-z]+_[A-Z][a-z]+\\d{1,2}"),
        ("randomUrl", &format!("https?://{HOST}")),
        ("randomDomainName", HOST),
        ("randomDomainSuffix", "com|net|org|info|biz|name"),
        ("randomDomainWord", "[a-z]+"),
    ];
    texts.map(|(name, pattern)| (name, pattern.to_owned())).to_vec()
}

/// Words, sentences and files.
fn texts() -> Vec<(&'static str, String)> {
    let texts = [
        ("randomWord", WORDS),
        ("randomWords", &format!("{WORDS}( {WORDS}){{1,4}}")),
        ("randomNoun", WORD),
        ("randomVerb", WORD),
        ("randomIngverb", "[a-z]+ing( [a-z]+)?"),
        ("randomAdjective", WORD),
        ("randomPhrase", PHRASE),
        ("randomCatchPhrase", "[A-Z][a-z-]+ [a-z-]+ [a-z-]+"),
        ("randomCatchPhraseAdjective", "[A-Z][A-Za-z-]+"),
        ("randomCatchPhraseDescriptor", WORD),
        ("randomCatchPhraseNoun", WORD),
        ("randomBs", "[a-z-]+ [a-z-]+ [a-z-]+"),
        ("randomBsAdjective", WORD),
        ("randomBsBuzz", WORD),
        ("randomBsNoun", WORD),
        ("randomLoremWord", "[a-z]+"),
        ("randomLoremWords", "[a-z]+ [a-z]+ [a-z]+"),
        ("randomLoremSentence", SENTENCE),
        ("randomLoremSentences", &format!("{SENTENCE}( {SENTENCE}){{1,5}}")),
        ("randomLoremParagraph", &format!("{SENTENCE}( {SENTENCE}){{2,4}}")),
        ("randomLoremParagraphs", &format!("({SENTENCE}[ \\r\\n]*)+")),
        ("randomLoremText", &format!("{SENTENCE}( {SENTENCE})*")),
        ("randomLoremSlug", "[a-z]+-[a-z]+-[a-z]+"),
        ("randomLoremLines", &format!("({SENTENCE}\\n?)+")),
        ("randomDatabaseColumn", "[a-zA-Z]+"),
        ("randomDatabaseType", "[a-z]+"),
        ("randomDatabaseCollation", "[a-z0-9]+_[a-z_]+"),
        ("randomDatabaseEngine", "[A-Za-z]+"),
        ("randomFileName", &format!("{FILE}\\.{EXTENSION}")),
        ("randomFileType", "[a-z-]+"),
        ("randomFileExt", EXTENSION),
        ("randomCommonFileName", &format!("{FILE}\\.{EXTENSION}")),
        ("randomCommonFileType", "video|audio|image|text|application"),
        ("randomCommonFileExt", EXTENSION),
        ("randomFilePath", &format!("(/[a-z]+)+/{FILE}\\.{EXTENSION}")),
        ("randomDirectoryPath", "(/[a-z]+)+"),
        ("randomMimeType", "[a-z]+/[a-z0-9.+-]+"),
    ];
    texts.map(|(name, pattern)| (name, pattern.to_owned())).to_vec()
}

/// Pictures.
fn pictures() -> Vec<(&'static str, String)> {
    let kinds = [
        ("randomAbstractImage", "abstract"),
        ("randomAnimalsImage", "animals"),
        ("randomBusinessImage", "business"),
        ("randomCatsImage", "cats"),
        ("randomCityImage", "city"),
        ("randomFoodImage", "food"),
        ("randomNightlifeImage", "nightlife"),
        ("randomFashionImage", "fashion"),
        ("randomPeopleImage", "people"),
        ("randomNatureImage", "nature"),
        ("randomSportsImage", "sports"),
        ("randomTransportImage", "transport"),
    ];
    let others = [
        ("randomAvatarImage", "https://[a-z./]+_128\\.jpg"),
        ("randomImageUrl", "https?://[a-z.]+/640/480"),
        ("randomImageDataUri", "data:image/svg\\+xml;charset=UTF-8,%3Csvg.+%2F%3E"),
    ];
    let others = others.map(|(name, pattern)| (name, pattern.to_owned()));
    kinds.map(|(name, kind)| (name, image(kind))).into_iter().chain(others).collect()
}

#[test]
fn every_name_of_postman_has_values_of_its_form() {
    let table: Vec<(&str, String)> = [codes(), people(), texts(), pictures()].concat();
    let mut names: Vec<&str> = table.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!((table.len(), names.len()), (118, 118));
    let mut dynamic = Dynamic::seeded(7, Duration::from_millis(1_709_210_096_789));
    for (name, pattern) in table {
        let form = Regex::new(&format!("^(?:{pattern})$")).unwrap();
        for _ in 0..50 {
            let value =
                dynamic.make(&format!("${name}")).unwrap_or_else(|| panic!("${name} has no value"));
            assert!(form.is_match(&value), "${name}: {value:?} is not {pattern}");
        }
    }
}

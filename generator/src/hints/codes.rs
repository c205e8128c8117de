//! Codes of currencies, countries and languages: keys that are data.

/// ISO 4217.
const CURRENCIES: &str = " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN \
    BWP BYN BZD CAD CDF CHF CLF CLP CNH CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB ETH EUR FJD FKP GBP GEL \
    GGP GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS IMP INR IQD IRR ISK JEP JMD JOD JPY KES KGS KHR KMF KPW KRW \
    KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD \
    OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL \
    THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USDC USDT UYU UZS VEF VES VND VUV WST XAF XAG XAU XCD XDR XOF XPD \
    XPF XPT YER ZAR ZMW ZWL ";

/// ISO 3166-1, two letters.
const COUNTRIES: &str = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR \
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU \
    FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR \
    IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN \
    MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY \
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR \
    TT TV TW TZ UA UG UK UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW ";

/// ISO 639-1, without the codes that are English words or common names of members.
const LANGUAGES: &str = " ar az bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy ja ka kk km kn \
    ko ku ky lb lt lv mk ml mn mr ms mt nb ne nl nn pa pl ps pt ro ru sk sl sq sr sv sw ta te tg th tk tr tt uk ur uz vi \
    xh yi zh zu ";

/// The other codes of ISO 639-1, which are words too.
const WORDS: &str = " ab ae af ak am an as av ay ba be bh bi bm bo br ce ch co cr cu cv dv dz ee ff fj fo fy gd gn gv ha \
    ho ht hz ia id ie ig ii ik io is it iu jv kg ki kj kl kr ks kv kw la lg li ln lo lu mg mh mi my na nd ng no nr nv ny \
    oc oj om or os pi qu rm rn rw sa sc sd se sg si sm sn so ss st su ti tl tn to ts tw ty ug ve vo wa wo yo za ";

/// The fewest codes that speak for a map: one alone may be a name.
const FEWEST: usize = 2;

/// Whether all keys are codes of one kind, two or more: currencies (also in small letters), countries, or languages with
/// or without a region.
pub fn are_codes<'a>(keys: impl Iterator<Item = &'a str> + Clone) -> bool {
    let is_in = |list: &str, key: &str| list.contains(&format!(" {key} "));
    let small = |key: &str| key.bytes().all(|byte| byte.is_ascii_lowercase());
    let currency = |key: &str| {
        key.len() >= 3
            && (is_in(CURRENCIES, key) || small(key) && is_in(CURRENCIES, &key.to_uppercase()))
    };
    let country = |key: &str| key.len() == 2 && is_in(COUNTRIES, key);
    let language = |key: &str| {
        let language = key.split(['-', '_']).next().unwrap_or_default();
        is_locale(key) && (is_in(LANGUAGES, language) || is_in(WORDS, language))
    };
    let surely = |key: &str| key.contains(['-', '_']) || is_in(LANGUAGES, key);
    keys.clone().count() >= FEWEST
        && (keys.clone().all(currency)
            || keys.clone().all(country)
            || keys.clone().all(language) && keys.clone().any(surely))
}

/// `de`, `pt-BR`, `zh_Hant`.
fn is_locale(key: &str) -> bool {
    let (language, region) = key.split_once(['-', '_']).map_or((key, None), |(l, r)| (l, Some(r)));
    let region_fits = |region: &str| {
        matches!(region.len(), 2..=4)
            && region.starts_with(|c: char| c.is_ascii_uppercase())
            && region.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    language.len() == 2
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && region.is_none_or(region_fits)
}

#[cfg(test)]
mod tests {
    fn are_codes(keys: &str) -> bool {
        super::are_codes(keys.split(' '))
    }

    #[test]
    fn codes_of_one_kind() {
        for keys in ["USD EUR", "usd eur btc", "US DE", "en de", "en id", "pt-BR de", "zh_Hant en"]
        {
            assert!(are_codes(keys), "{keys}");
        }
        for keys in
            ["USD", "en", "USD name", "id to", "is no", "US usd", "OK NO", "all top x", "en-us de"]
        {
            assert!(!are_codes(keys), "{keys}");
        }
    }
}

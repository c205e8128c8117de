// @generated: copied by the Postman client generator. Do not edit: run the generator again.

//! The word lists of the recipes: short, and our own. Words are separated by `|`.

/// Each list with its name.
pub const LISTS: &[(&str, &str)] = &[
    ("abbreviation", "TCP|HTTP|SQL|RAM|GPU|JSON|XML|SSL|API|CSS|PNG|USB"),
    ("account", "Savings|Checking|Home Loan|Investment|Money Market|Credit Card|Personal Loan"),
    ("alphanumeric", "0|1|2|3|4|5|6|7|8|9|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z"),
    (
        "base58",
        "1|2|3|4|5|6|7|8|9|A|B|C|D|E|F|G|H|J|K|L|M|N|P|Q|R|S|T|U|V|W|X|Y|Z|a|b|c|d|e|f|g|h|i|j|k|m|n|o|p|q|r|s|t|u|v|w|x|y|z",
    ),
    ("boolean", "true|false"),
    ("bs_adjective", "scalable|vertical|holistic|seamless|strategic|viral|open|global"),
    ("bs_noun", "platforms|markets|channels|metrics|schemas|networks|solutions|systems"),
    ("bs_verb", "deliver|streamline|scale|enable|integrate|benchmark|extend|transform"),
    ("catch_adjective", "Adaptive|Balanced|Flexible|Managed|Organic|Reactive|Shared|Versatile"),
    (
        "catch_descriptor",
        "bottom-line|client-server|modular|multi-state|real-time|tangible|uniform|value-added",
    ),
    ("catch_noun", "alliance|approach|concept|framework|interface|matrix|moderator|strategy"),
    (
        "city",
        "Ashford|Brookhaven|Clearwater|Eastport|Fairview|Greenfield|Lakewood|Northbridge|Riverton|Westfield",
    ),
    ("collation", "utf8_bin|utf8_general_ci|utf8_unicode_ci|ascii_bin|ascii_general_ci|cp1250_bin"),
    ("color", "red|green|blue|cyan|magenta|yellow|black|white|orange|purple|teal|ivory"),
    (
        "column",
        "id|title|name|email|phone|token|group|category|password|comment|avatar|status|createdAt|updatedAt",
    ),
    (
        "column_type",
        "int|varchar|text|date|datetime|tinyint|smallint|bigint|decimal|float|double|boolean|blob|point",
    ),
    ("common_extension", "pdf|png|jpeg|jpg|gif|mp3|mp4|html|txt|csv|zip|json"),
    ("common_file_type", "video|audio|image|text|application"),
    ("company_suffix", "Inc|LLC|Group|and Sons"),
    (
        "country",
        "Austria|Brazil|Canada|Denmark|Egypt|Finland|Ghana|Hungary|India|Japan|Kenya|Mexico|Norway|Peru|Spain|Vietnam",
    ),
    ("country_code", "AT|BR|CA|DK|EG|FI|GH|HU|IN|JP|KE|MX|NO|PE|ES|VN"),
    ("currency", "Euro|Yen|Pound Sterling|Swiss Franc|Danish Krone|Peso|Rand|Rupee|Zloty"),
    ("currency_code", "EUR|JPY|GBP|CHF|DKK|MXN|ZAR|INR|PLN|USD"),
    ("currency_symbol", "€|$|£|¥|₹|kr"),
    (
        "department",
        "Books|Movies|Music|Games|Electronics|Home|Garden|Tools|Grocery|Health|Beauty|Toys|Clothing|Shoes|Sports",
    ),
    (
        "directory",
        "/bin|/boot|/dev|/etc|/home|/home/user|/lib|/media|/mnt|/opt|/opt/bin|/proc|/root|/srv|/sys|/tmp|/usr/bin|/usr/lib|/var/log|/var/tmp",
    ),
    ("domain_suffix", "com|net|org|info|biz|name"),
    (
        "domain_word",
        "alpine|breeze|cobalt|delta|ember|falcon|glacier|harbor|indigo|juniper|lagoon|meadow",
    ),
    ("engine", "InnoDB|MyISAM|MEMORY|CSV|BLACKHOLE|ARCHIVE"),
    ("example_suffix", "com|net|org"),
    (
        "file_extension",
        "pdf|png|jpeg|gif|mp3|mp4|html|txt|csv|zip|json|ods|odt|tiff|wav|flac|svg|tar|epub|rtf|ics|psd",
    ),
    ("file_type", "audio|image|text|video|application|font|model|message"),
    (
        "first",
        "Ada|Alan|Barbara|Dennis|Edsger|Frances|Grace|Hedy|John|Katherine|Ken|Linus|Margaret|Niklaus|Radia|Tony",
    ),
    (
        "hacker_adjective",
        "virtual|digital|wireless|optical|online|open-source|redundant|neural|mobile|multi-byte",
    ),
    (
        "hacker_ing",
        "parsing|hacking|indexing|copying|compressing|transmitting|connecting|backing up|navigating|calculating",
    ),
    (
        "hacker_noun",
        "driver|protocol|bandwidth|panel|microchip|program|port|card|array|interface|system|sensor|firewall|pixel|alarm|feed|monitor|bus|circuit|matrix",
    ),
    (
        "hacker_verb",
        "parse|hack|index|copy|compress|transmit|connect|back up|navigate|calculate|program|override",
    ),
    ("hash", "#"),
    ("hex", "0|1|2|3|4|5|6|7|8|9|a|b|c|d|e|f"),
    (
        "job_area",
        "Accounts|Applications|Brand|Communications|Data|Markets|Operations|Program|Quality|Security|Tactics|Web",
    ),
    (
        "job_descriptor",
        "Lead|Senior|Chief|Regional|Global|Central|Principal|Internal|District|Corporate",
    ),
    (
        "job_type",
        "Supervisor|Manager|Coordinator|Engineer|Consultant|Analyst|Specialist|Designer|Developer|Architect",
    ),
    (
        "last",
        "Allen|Backus|Bartik|Cerf|Dijkstra|Goldberg|Hamilton|Hoare|Hopper|Knuth|Lamarr|Liskov|Lovelace|Perlman|Ritchie|Turing|Wirth",
    ),
    ("locale", "ar|bg|cs|da|de|el|en|es|fi|fr|he|hi|hu|id|it|ja|ko|nl|pl|pt|ru|sv|tr|uk|vi|zh"),
    (
        "lorem",
        "lorem|ipsum|dolor|sit|amet|consectetur|adipisci|elit|sed|eiusmod|tempor|labore|magna|aliqua|enim|minim|veniam|quis",
    ),
    ("lorem_start", "Lorem|Ipsum|Dolor|Amet|Sed|Tempor|Magna|Enim|Minim|Quis"),
    ("mail_host", "mail.example.com|post.example.net|inbox.example.org"),
    ("material", "Cotton|Concrete|Granite|Metal|Plastic|Rubber|Steel|Wooden|Frozen"),
    (
        "mime_type",
        "application/json|application/pdf|application/xml|application/zip|audio/mpeg|image/png|image/svg+xml|text/csv|text/html|text/plain|video/mp4",
    ),
    (
        "month",
        "January|February|March|April|May|June|July|August|September|October|November|December",
    ),
    ("name_prefix", "Mr.|Mrs.|Ms.|Miss|Dr."),
    ("name_suffix", "Jr.|Sr.|II|III|IV|MD|PhD|DVM"),
    ("platform", "X11; Linux x86_64|Windows NT 10.0; Win64; x64|Macintosh; Intel Mac OS X 10.15"),
    (
        "product",
        "Ball|Bike|Car|Chair|Cheese|Computer|Gloves|Hat|Keyboard|Mouse|Pants|Salad|Shirt|Shoes|Soap|Table|Towels|Tuna",
    ),
    (
        "product_adjective",
        "Small|Ergonomic|Rustic|Sleek|Generic|Handmade|Handcrafted|Practical|Refined|Tasty|Licensed",
    ),
    ("protocol", "http|https"),
    ("sign", "|-"),
    ("street", "Street|Avenue|Road|Lane|Court|Square|Hill|Bridge"),
    ("transaction", "deposit|withdrawal|payment|invoice"),
    ("upper", "A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y|Z"),
    ("variant", "8|9|a|b"),
    ("weekday", "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
    (
        "word",
        "Account|Bridge|Capacitor|Dynamic|Engine|Forward|Garden|Hybrid|Island|Junction|Kernel|Ledger|Metal|Network|Orchid|Pixel|Quartz|River|Stream|Table",
    ),
];

package org.lottrace.gs1.internal.rule;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rules by the names that the GS1 Barcode Syntax Dictionary has for them. */
public final class Rules {
    private static final String LETTERS_AND_DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private final Map<String, Rule> byName = new HashMap<>();

    public Rules(Clock clock) {
        characters();
        keys();
        dates(new DateRules(clock));
        lists();
        values();
        byName.put("couponcode", new CouponCode(new DateRules(clock)));
        byName.put("couponposoffer", new PositiveOfferCode());
    }

    /** @return the rule with that name; empty when there is none */
    public Optional<Rule> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private void characters() {
        byName.put("csetnumeric", CharacterSet.NUMERIC);
        byName.put("cset82", CharacterSet.CSET82);
        byName.put("cset39", CharacterSet.CSET39);
        byName.put("cset64", CharacterSet.CSET64);
        byName.put("hasnondigit", ValueRules.whole("REQUIRES_NON_DIGIT_CHARACTER", value -> !value.matches("[0-9]*")));
        byName.put("pcenc", ValueRules::percentEncoding);
    }

    private void keys() {
        byName.put("csum", CheckCharacters::digit);
        byName.put("csumalpha", CheckCharacters::pair);
        byName.put("gcppos1", CheckCharacters.companyPrefixAt(0));
        byName.put("gcppos2", CheckCharacters.companyPrefixAt(1));
        byName.put("pieceoftotal", ValueRules::pieceOfTotal);
        byName.put(
                "importeridx",
                ValueRules.whole("IMPORTER_IDX_MUST_BE_ONE_CHARACTER", value -> value.length() == 1)
                        .then(ValueRules.one(LETTERS_AND_DIGITS, "INVALID_IMPORT_IDX_CHARACTER")));
    }

    private void dates(DateRules dates) {
        byName.put("yymmdd", dates.yymmdd());
        byName.put("yymmd0", dates.yymmd0());
        byName.put("yyyymmdd", dates.yyyymmdd());
        byName.put("yyyymmd0", dates.yyyymmd0());
        byName.put("hh", DateRules.hour());
        byName.put("mi", DateRules.minute());
        byName.put("ss", DateRules.second());
        byName.put("hhmi", DateRules::hourAndMinute);
    }

    private void lists() {
        CodeList countries = new CodeList("iso3166", "NOT_ISO3166");
        CodeList alphabetic = new CodeList("iso3166alpha2", "NOT_ISO3166_ALPHA2");
        byName.put("iso3166", countries);
        byName.put(
                "iso3166999",
                ValueRules.whole("NOT_ISO3166_OR_999", value -> value.equals("999") || countries.has(value)));
        byName.put("iso3166alpha2", alphabetic);
        byName.put("iso4217", new CodeList("iso4217", "NOT_ISO4217"));
        byName.put("packagetype", new CodeList("packagetype", "INVALID_PACKAGE_TYPE"));
        byName.put("mediatype", new CodeList("mediatype", "INVALID_MEDIA_TYPE"));
        byName.put("iban", new Iban(alphabetic));
    }

    private void values() {
        byName.put("yesno", ValueRules.one("01", "NOT_ZERO_OR_ONE"));
        byName.put("iso5218", ValueRules.one("0129", "INVALID_BIOLOGICAL_SEX_CODE"));
        byName.put("winding", ValueRules.one("019", "INVALID_WINDING_DIRECTION"));
        byName.put("hyphen", ValueRules.whole("NOT_HYPHEN", value -> value.matches("-+")));
        byName.put("zero", ValueRules.whole("NOT_ZERO", value -> value.matches("0+")));
        byName.put(
                "nonzero",
                CharacterSet.NUMERIC.then(ValueRules.whole("ILLEGAL_ZERO_VALUE", value -> !value.matches("0*"))));
        byName.put("nozeroprefix", ValueRules::noLeadingZero);
        byName.put("posinseqslash", ValueRules::positionInSequence);
        byName.put("latitude", ValueRules.degrees("LATITUDE", "1800000000"));
        byName.put("longitude", ValueRules.degrees("LONGITUDE", "3600000000"));
    }
}

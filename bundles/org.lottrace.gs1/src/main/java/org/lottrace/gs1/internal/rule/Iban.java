package org.lottrace.gs1.internal.rule;

import java.util.Optional;

/** International Bank Account Number. Source: ISO 13616, ISO/IEC 7064 MOD 97-10. */
final class Iban implements Rule {
    private static final int SHORTEST = 11;
    private static final int LONGEST = 34;
    private static final int HEAD = 4;
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final CodeList countries;

    Iban(CodeList countries) {
        this.countries = countries;
    }

    @Override
    public Optional<Fault> fault(String value) {
        if (value.length() < HEAD) {
            return Optional.of(Fault.whole("IBAN_TOO_SHORT", value));
        }
        if (!countries.has(value.substring(0, 2))) {
            return Optional.of(new Fault("ILLEGAL_IBAN_COUNTRY_CODE", 0, 2));
        }
        if (value.length() < SHORTEST || value.length() > LONGEST) {
            return Optional.of(Fault.whole(value.length() > LONGEST ? "IBAN_TOO_LONG" : "IBAN_TOO_SHORT", value));
        }
        return characterOrSumFault(value);
    }

    /** The country and its check digits count last. */
    private static Optional<Fault> characterOrSumFault(String value) {
        int rest = 0;
        for (int i = 0; i < value.length(); i++) {
            int at = (i + HEAD) % value.length();
            int weight = CHARACTERS.indexOf(value.charAt(at));
            if (weight < 0) {
                return Optional.of(new Fault("INVALID_IBAN_CHARACTER", at, at + 1));
            }
            rest = (rest * (weight < 10 ? 10 : 100) + weight) % 97;
        }
        return rest == 1 ? Optional.empty() : Optional.of(new Fault("INCORRECT_IBAN_CHECKSUM", 2, HEAD));
    }
}

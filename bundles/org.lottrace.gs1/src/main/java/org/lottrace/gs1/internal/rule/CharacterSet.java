package org.lottrace.gs1.internal.rule;

import java.util.Optional;

/** The characters that a component may have. Source: GS1 General Specifications, 7.11; RFC 4648, 5 for CSET 64. */
public enum CharacterSet implements Rule {
    NUMERIC("0123456789", "NON_DIGIT_CHARACTER"),
    CSET82(
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz",
            "INVALID_CSET82_CHARACTER"),
    CSET39("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "INVALID_CSET39_CHARACTER"),
    CSET64("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", "INVALID_CSET64_CHARACTER");

    /** So the tests of GS1 have it, although base64 has groups of four. */
    private static final int GROUP = 3;

    private final String characters;
    private final String rule;

    CharacterSet(String characters, String rule) {
        this.characters = characters;
        this.rule = rule;
    }

    /** @return the position of the character in the set, which is its weight in check characters; -1 when it is not in it */
    int weight(char character) {
        return characters.indexOf(character);
    }

    @Override
    public Optional<Fault> fault(String value) {
        int padded = this == CSET64 ? unpadded(value) : value.length();
        for (int i = 0; i < padded; i++) {
            if (weight(value.charAt(i)) < 0) {
                return Optional.of(new Fault(rule, i, i + 1));
            }
        }
        return padded == value.length() || isPadding(padded, value.length() - padded)
                ? Optional.empty()
                : Optional.of(new Fault("INVALID_CSET64_PADDING", padded, value.length()));
    }

    private static int unpadded(String value) {
        int end = value.length();
        while (end > 0 && value.charAt(end - 1) == '=') {
            end--;
        }
        return end;
    }

    private static boolean isPadding(int characters, int signs) {
        return (characters + signs) % GROUP == 0 && signs < GROUP && characters > 0;
    }
}

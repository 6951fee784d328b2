package org.lottrace.api.id;

import java.util.regex.Pattern;

/**
 * The format shared by the numbers an ERP system gives: safe in file names, URLs and shell commands, and free of the
 * {@code /} that joins them in texts such as {@code issuer/item/lot}.
 */
final class ErpCode {
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private ErpCode() {}

    static void check(String kind, String value, int maximumLength) {
        if (value.length() > maximumLength || !FORMAT.matcher(value).matches()) {
            throw new InvalidIdentifierException(
                    kind + " (1 to " + maximumLength + " letters, digits or . _ -)", value);
        }
    }
}

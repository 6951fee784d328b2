package org.lottrace.api.lot;

import java.util.regex.Pattern;

/**
 * ISO/IEC 7064 MOD 37-2: one check character that finds every single wrong character and every swap of two neighbours.
 *
 * <p>The standard knows digits and upper-case letters. Lot numbers also have hyphens; each counts 36, a value that the
 * standard gives to the check character {@code *} alone. A text without hyphens therefore has exactly its standard
 * check character. All 37 characters have different values and 37 is prime, so the guarantee holds for hyphens too.
 */
public final class CheckCharacter {
    /** What {@link #of} gives when the standard prescribes its supplementary character. */
    public static final char SUPPLEMENTARY = '*';

    private static final String PAYLOAD = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
    private static final String CHECK = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + SUPPLEMENTARY;
    private static final Pattern PROTECTABLE = Pattern.compile("[0-9A-Z-]*");
    private static final int MODULUS = 37;
    private static final int RADIX = 2;

    private CheckCharacter() {}

    /** @return true when every character of {@code text} counts in the check */
    public static boolean canProtect(String text) {
        return PROTECTABLE.matcher(text).matches();
    }

    /** @return the check character to be written behind {@code text}, which {@link #canProtect} accepts */
    public static char of(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum + PAYLOAD.indexOf(text.charAt(i))) * RADIX % MODULUS;
        }
        return CHECK.charAt((MODULUS + 1 - sum) % MODULUS);
    }
}

package org.lottrace.api.text;

/** Texts of two parts. */
final class Parts {
    private Parts() {}

    /**
     * @return what stands before the first {@code separator}, and all that follows it
     * @throws IllegalArgumentException if it is not there
     */
    static String[] of(String text, String separator) {
        return at(text, separator, text.indexOf(separator));
    }

    /**
     * @return all that stands before the last {@code separator}, and what follows it
     * @throws IllegalArgumentException if it is not there
     */
    static String[] ofLast(String text, String separator) {
        return at(text, separator, text.lastIndexOf(separator));
    }

    private static String[] at(String text, String separator, int index) {
        if (index < 0) {
            throw new IllegalArgumentException("there is no " + separator + " in it");
        }
        return new String[] {text.substring(0, index), text.substring(index + 1)};
    }
}

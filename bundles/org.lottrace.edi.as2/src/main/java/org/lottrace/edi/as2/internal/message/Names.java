package org.lottrace.edi.as2.internal.message;

/** AS2 names and message ids as they stand in headers. */
public final class Names {
    private Names() {}

    /** @return whether it is 1 to 128 printable ASCII characters without quotes and backslashes (RFC 4130, 6.2) */
    public static boolean isGood(String name) {
        return name.matches("[ -~&&[^\"\\\\]]{1,128}") && !name.isBlank();
    }

    /** @return the name without the quotes that one with spaces has */
    public static String read(String header) {
        String text = header.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    public static String write(String name) {
        return name.contains(" ") ? '"' + name + '"' : name;
    }

    /** @return whether it is 1 to 998 printable ASCII characters (RFC 4130, 5.3.3) */
    public static boolean isMessageId(String id) {
        return id.matches("[!-~]{1,998}");
    }
}

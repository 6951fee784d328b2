package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;

/** Who sent a file, as far as its first bytes say it. */
final class SenderOfFile {
    private static final int BEGINNING = 300;
    private static final int ISA05 = 5;
    private static final int ISA06 = 6;
    private static final String NOBODY = "";

    private SenderOfFile() {}

    /** @return {@code qualifier:id} of the first interchange; empty when that cannot be read */
    static String of(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return of(in.readNBytes(BEGINNING));
        } catch (IOException gone) {
            return NOBODY; // or it is a link: whoever takes files sees what it is
        }
    }

    static String of(byte[] beginning) {
        if (EdifactScanner.isEdifact(beginning)) {
            return EdifactScanner.sender(beginning).orElse(NOBODY);
        }
        String header = new String(beginning, StandardCharsets.ISO_8859_1).strip();
        if (!header.startsWith("ISA") || header.length() < 4) {
            return NOBODY;
        }
        String[] elements = header.split(Pattern.quote(header.substring(3, 4)), ISA06 + 2);
        return elements.length < ISA06 + 2 ? NOBODY : elements[ISA05].strip() + ":" + elements[ISA06].strip();
    }
}

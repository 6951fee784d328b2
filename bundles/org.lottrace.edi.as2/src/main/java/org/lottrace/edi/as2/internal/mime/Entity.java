package org.lottrace.edi.as2.internal.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A MIME entity (RFC 2045): headers, an empty line, a body.
 *
 * @param whole with its headers, byte by byte what is signed; of a whole HTTP message the body only
 */
public record Entity(Headers headers, Slice whole, Slice body) {
    private static final int LARGEST_HEADERS = 32 * 1024;

    /** @throws MalformedMessageException if it does not begin with headers, or with too many */
    public static Entity parse(Slice whole) throws IOException {
        Headers headers = new Headers();
        try (InputStream bytes = whole.open()) {
            long read = 0;
            StringBuilder unfolded = new StringBuilder();
            while (true) {
                String line = line(bytes, LARGEST_HEADERS - read);
                read += line.length();
                String text = line.stripTrailing();
                boolean isFolded = !text.isEmpty() && (line.startsWith(" ") || line.startsWith("\t"));
                if (!isFolded) {
                    add(headers, unfolded);
                    unfolded.setLength(0);
                }
                if (text.isEmpty()) {
                    return new Entity(headers, whole, new Slice(whole.file(), whole.from() + read, whole.to()));
                }
                unfolded.append(isFolded ? " " + text.strip() : text);
            }
        }
    }

    private static String line(InputStream bytes, long most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = bytes.read(); ; b = bytes.read()) {
            if (b < 0 || line.size() >= most) {
                throw new MalformedMessageException(
                        "there is no empty line behind the headers within " + LARGEST_HEADERS + " bytes");
            }
            line.write(b);
            if (b == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static void add(Headers headers, CharSequence line) throws MalformedMessageException {
        String text = line.toString();
        int colon = text.indexOf(':');
        if (!text.isEmpty()) {
            if (colon < 1 || !text.substring(0, colon).matches("[!-~]+\\s*")) {
                throw new MalformedMessageException("a line among the headers is none");
            }
            headers.add(text.substring(0, colon).strip(), text.substring(colon + 1));
        }
    }

    /**
     * @return what can be parsed as this entity again: of a whole HTTP message the headers that say how to read its body, and the body
     * @throws MalformedMessageException if the body has more bytes than that
     */
    public byte[] kept(int most, String what) throws IOException {
        byte[] bytes = whole.bytes(most, what);
        if (!whole.equals(body)) {
            return bytes;
        }
        StringBuilder text = new StringBuilder();
        for (String name : List.of("Content-Type", "Content-Transfer-Encoding")) {
            headers.get(name)
                    .ifPresent(value ->
                            text.append(name).append(": ").append(value).append("\r\n"));
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        kept.write(bytes);
        return kept.toByteArray();
    }

    public MediaType type() throws MalformedMessageException {
        return headers.type();
    }

    /** @return the body without its transfer encoding; to be closed */
    public InputStream decoded() throws IOException {
        String encoding = headers.transferEncoding();
        return switch (encoding) {
            case "7bit", "8bit", "binary" -> body.open();
            case "base64" -> new Base64Body(body.open());
            case "quoted-printable" -> new QuotedPrintable(body.open());
            default -> throw new MalformedMessageException("unknown Content-Transfer-Encoding");
        };
    }
}

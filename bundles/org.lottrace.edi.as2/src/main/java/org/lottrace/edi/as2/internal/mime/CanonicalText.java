package org.lottrace.edi.as2.internal.mime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text with CR LF at the end of each line (RFC 8551, 3.1.1): some products sign it like this, and send it as it was. */
public final class CanonicalText {
    private CanonicalText() {}

    /** @return the content in the file, in which a lone CR or LF is CR LF */
    public static Slice write(Slice content, Path target) throws IOException {
        try (InputStream bytes = content.open();
                OutputStream canonical = new BufferedOutputStream(Files.newOutputStream(target))) {
            int before = -1;
            for (int b = bytes.read(); b >= 0; b = bytes.read()) {
                if (b == '\r' || b == '\n' && before != '\r') {
                    canonical.write('\r');
                    canonical.write('\n');
                } else if (b != '\n') {
                    canonical.write(b);
                }
                before = b;
            }
        }
        return Slice.of(target);
    }
}

package org.lottrace.edi.as2.internal.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of a multipart entity (RFC 2046, 5.1). The end of line before a boundary belongs to the boundary: the part is byte by
 * byte what was signed.
 */
public final class Multipart {
    private static final int LONGEST_BOUNDARY = 200;

    private final Entity entity;
    private final String boundary;
    private final int most;
    private final List<Slice> parts = new ArrayList<>();
    private long start = -1;
    private boolean isOver;

    private Multipart(Entity entity, String boundary, int most) {
        this.entity = entity;
        this.boundary = boundary;
        this.most = most;
    }

    /**
     * @param most how many parts there may be
     * @throws MalformedMessageException if there is no boundary, too many parts, or no end
     */
    public static List<Entity> parts(Entity entity, int most) throws IOException {
        String boundary = entity.type()
                .parameter("boundary")
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_BOUNDARY)
                .orElseThrow(() -> new MalformedMessageException("a multipart without boundary"));
        Multipart multipart = new Multipart(entity, "--" + boundary, most);
        multipart.scan();
        List<Entity> entities = new ArrayList<>();
        for (Slice part : multipart.parts) {
            entities.add(Entity.parse(part));
        }
        return entities;
    }

    private void scan() throws IOException {
        byte[] beginning = new byte[LONGEST_BOUNDARY + 10];
        try (InputStream bytes = entity.body().open()) {
            long position = 0;
            long line = 0;
            int ending = 0;
            int length = 0;
            int before = -1;
            for (int b = bytes.read(); !isOver; b = bytes.read()) {
                position++;
                if (b < 0 || b == '\n') {
                    line(new String(beginning, 0, length, StandardCharsets.ISO_8859_1), line - ending, position);
                    if (b < 0) {
                        break;
                    }
                    ending = before == '\r' ? 2 : 1;
                    line = position;
                    length = 0;
                } else if (length < beginning.length) {
                    beginning[length] = (byte) b;
                    length++;
                }
                before = b;
            }
        }
        if (!isOver) {
            throw new MalformedMessageException("a multipart without its last boundary");
        }
    }

    private void line(String beginning, long endOfPart, long next) throws MalformedMessageException {
        String line = beginning.stripTrailing();
        if (!line.equals(boundary) && !line.equals(boundary + "--")) {
            return;
        }
        long origin = entity.body().from();
        if (start >= 0) {
            if (parts.size() == most) {
                throw new MalformedMessageException("a multipart with more than " + most + " parts");
            }
            parts.add(new Slice(entity.body().file(), origin + start, origin + Math.max(start, endOfPart)));
        }
        start = next;
        isOver = line.endsWith("--") && !line.equals(boundary);
    }
}

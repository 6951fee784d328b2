package org.lottrace.persistence.internal.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lottrace.api.partner.LongList;
import org.lottrace.persistence.internal.Sha256;

/**
 * What a record says: the hash of all of its rows, and of each cell a few bytes that tell which one was changed when the hash
 * does not fit any more. The hash proves, the cells only point.
 *
 * @param hash in lower-case hexadecimal; of a record without rows that of nothing: it was taken away
 * @param cells for each row the number of its cells, then two bytes for the column and two for what it says
 */
record RecordContent(String hash, byte[] cells) {
    private static final int CELL = 4;

    /** @param given in any order; a {@link LongList} in that of their tables and names */
    static RecordContent of(List<SealedRow> given) {
        List<SealedRow> rows = given instanceof LongList
                ? given
                : given.stream()
                        .sorted(Comparator.comparing(
                                        (SealedRow row) -> row.table().name())
                                .thenComparing(SealedRow::name))
                        .toList();
        MessageDigest digest = Sha256.digest();
        ByteArrayOutputStream cells = new ByteArrayOutputStream();
        for (SealedRow row : rows) {
            put(digest, row.table().name());
            row.cells().forEach((column, text) -> {
                put(digest, column);
                put(digest, text);
            });
            cells.writeBytes(brief(brief(row)));
            put(digest, "");
        }
        return new RecordContent(HexFormat.of().formatHex(digest.digest()), cells.toByteArray());
    }

    private static byte[] brief(Map<Short, Short> row) {
        ByteBuffer brief = ByteBuffer.allocate(2 + CELL * row.size());
        brief.putShort((short) row.size());
        row.forEach((column, text) -> brief.putShort(column).putShort(text));
        return brief.array();
    }

    /** The length first: no two different lists of texts are the same bytes. */
    private static void put(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** @return the rows that were sealed, brief value by brief column */
    List<Map<Short, Short>> rows() {
        ByteBuffer buffer = ByteBuffer.wrap(cells);
        List<Map<Short, Short>> rows = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int columns = buffer.getShort();
            Map<Short, Short> row = new HashMap<>();
            for (int i = 0; i < columns; i++) {
                row.put(buffer.getShort(), buffer.getShort());
            }
            rows.add(row);
        }
        return rows;
    }

    static Map<Short, Short> brief(SealedRow row) {
        Map<Short, Short> brief = new HashMap<>();
        row.cells().forEach((column, text) -> brief.put(brief(row.table(), column), brief(text)));
        return brief;
    }

    static short brief(SealedTable table, String column) {
        return brief(table.name() + "." + column);
    }

    private static short brief(String text) {
        int hash = text.hashCode() * 0x85EBCA6B;
        return (short) (hash >>> 16);
    }
}

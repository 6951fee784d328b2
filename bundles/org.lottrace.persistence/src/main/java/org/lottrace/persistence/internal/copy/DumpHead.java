package org.lottrace.persistence.internal.copy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first bytes of a file of pg_dump in its custom format. Source: PostgreSQL 17, {@code src/bin/pg_dump/pg_backup_archiver.c}, WriteHead and ReadHead.
 *
 * @param server version of the server that was dumped
 * @param tool version of the pg_dump that wrote it
 */
record DumpHead(String server, String tool) {
    private static final String MAGIC = "PGDMP";
    private static final byte CUSTOM = 1;

    /** From 1.15 on the compression is one byte. */
    private static final int COMPRESSION_IS_A_BYTE = 15;

    private static final int INTEGERS_OF_A_TIME = 7;
    private static final int LONGEST_TEXT = 1_000;
    private static final int BITS = 8;

    /** @return whether a file begins as those of pg_dump do */
    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII).equals(MAGIC);
        }
    }

    /** @throws IOException if it is not all there, or not what pg_dump writes */
    static DumpHead of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(MAGIC.length());
            in.readUnsignedByte(); // 1, of 1.16
            int minor = in.readUnsignedByte();
            in.readUnsignedByte();
            int size = in.readUnsignedByte();
            in.readUnsignedByte();
            if (in.readByte() != CUSTOM) {
                throw new IOException("it is not in the custom format");
            }
            if (minor >= COMPRESSION_IS_A_BYTE) {
                in.readUnsignedByte();
            } else {
                integer(in, size);
            }
            for (int i = 0; i < INTEGERS_OF_A_TIME; i++) {
                integer(in, size);
            }
            text(in, size); // name of the database
            return new DumpHead(text(in, size), text(in, size));
        }
    }

    /** A sign, then the digits, the smallest first. */
    private static int integer(DataInputStream in, int size) throws IOException {
        int sign = in.readUnsignedByte();
        int value = 0;
        for (int i = 0; i < size; i++) {
            value |= in.readUnsignedByte() << (i * BITS);
        }
        return sign == 0 ? value : -value;
    }

    private static String text(DataInputStream in, int size) throws IOException {
        int length = integer(in, size);
        if (length < 0 || length > LONGEST_TEXT) {
            throw new IOException("it is damaged");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    int majorOfTool() {
        return major(tool);
    }

    /** @return 17 of "17.6 (Debian 17.6-1)"; 0 when there is none */
    static int major(String version) {
        String number = version.replaceFirst("^[^0-9]*([0-9]*).*$", "$1");
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }
}

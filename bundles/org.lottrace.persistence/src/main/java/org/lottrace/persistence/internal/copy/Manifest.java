package org.lottrace.persistence.internal.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.lottrace.api.backup.BackupContents;

/**
 * What a copy must hold.
 *
 * @param schema version of the tables
 * @param nextId of the sequence that gives ids
 * @param ledgerPosition of the newest event
 * @param ledgerHash of the newest event
 * @param sums of each table, as {@link RowSum} writes them
 */
record Manifest(String schema, long nextId, long ledgerPosition, String ledgerHash, Map<String, String> sums) {
    /** A later format has another number, so that this program refuses it. */
    private static final String FORMAT = "1";

    private static final String TABLE = "table.";

    BackupContents contents() {
        long rows = sums.values().stream()
                .mapToLong(sum -> Long.parseLong(sum.substring(0, sum.indexOf(' '))))
                .sum();
        return new BackupContents(sums.size(), rows, ledgerPosition, ledgerHash, schema);
    }

    byte[] text() {
        StringBuilder text = new StringBuilder("# a backup of LotTrace\nformat=" + FORMAT + "\nschema=" + schema
                + "\nnext.id=" + nextId + "\nledger.position=" + ledgerPosition + "\nledger.hash=" + ledgerHash + "\n");
        sums.forEach((table, sum) ->
                text.append(TABLE).append(table).append('=').append(sum).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Manifest read(InputStream text) throws IOException {
        Properties read = new Properties();
        read.load(text);
        if (!FORMAT.equals(read.getProperty("format"))) {
            throw new RefusedCopyException("the backup has format " + read.getProperty("format")
                    + ", this LotTrace reads " + FORMAT + ": restore it with the LotTrace that made it");
        }
        Map<String, String> sums = new TreeMap<>();
        read.stringPropertyNames().stream()
                .filter(name -> name.startsWith(TABLE))
                .forEach(name -> sums.put(name.substring(TABLE.length()), read.getProperty(name)));
        return new Manifest(
                read.getProperty("schema"),
                Long.parseLong(read.getProperty("next.id")),
                Long.parseLong(read.getProperty("ledger.position")),
                read.getProperty("ledger.hash"),
                sums);
    }
}

package org.lottrace.edi.as2.internal.peer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;

/** One way in which a document may be sent. */
public record MatrixRow(
        Optional<Digest> sign,
        Optional<ContentCipher> encrypt,
        boolean isCompressed,
        Wanted receipt,
        Document document) {
    /** Which receipt the sender wants. */
    public enum Wanted {
        NONE,
        SYNCHRONOUS,
        ASYNCHRONOUS
    }

    /** What is in it. */
    public enum Document {
        X12,
        EDIFACT,
        BYTES;

        public byte[] bytes() {
            return switch (this) {
                case X12 -> Documents.x12();
                case EDIFACT -> Documents.edifact();
                case BYTES -> Documents.ofSize(300_000);
            };
        }
    }

    /** @return all of them with {@code -Dit.whole=true}; else as many as have each pair of two choices */
    public static List<MatrixRow> rows() {
        List<MatrixRow> all = all();
        if (Boolean.getBoolean("it.whole")) {
            return all;
        }
        Set<String> open = new HashSet<>();
        all.forEach(row -> open.addAll(row.pairs()));
        List<MatrixRow> chosen = new ArrayList<>();
        while (!open.isEmpty()) {
            MatrixRow best = all.get(0);
            for (MatrixRow row : all) {
                if (row.count(open) > best.count(open)) {
                    best = row;
                }
            }
            open.removeAll(best.pairs());
            chosen.add(best);
        }
        return chosen;
    }

    private static List<MatrixRow> all() {
        List<MatrixRow> rows = new ArrayList<>();
        for (Optional<Digest> sign :
                List.of(Optional.<Digest>empty(), Optional.of(Digest.SHA_1), Optional.of(Digest.SHA_256))) {
            for (Optional<ContentCipher> encrypt : List.of(
                    Optional.<ContentCipher>empty(),
                    Optional.of(ContentCipher.TRIPLE_DES),
                    Optional.of(ContentCipher.AES_128),
                    Optional.of(ContentCipher.AES_256))) {
                for (boolean isCompressed : new boolean[] {false, true}) {
                    for (Wanted receipt : Wanted.values()) {
                        for (Document document : Document.values()) {
                            rows.add(new MatrixRow(sign, encrypt, isCompressed, receipt, document));
                        }
                    }
                }
            }
        }
        return rows;
    }

    public boolean isLater() {
        return receipt == Wanted.ASYNCHRONOUS;
    }

    private long count(Set<String> open) {
        return pairs().stream().filter(open::contains).count();
    }

    private List<String> pairs() {
        List<String> choices = List.of(
                "sign " + sign,
                "encrypt " + encrypt,
                "compressed " + isCompressed,
                "receipt " + receipt,
                "document " + document);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(choices.get(i) + ", " + choices.get(j));
            }
        }
        return pairs;
    }
}

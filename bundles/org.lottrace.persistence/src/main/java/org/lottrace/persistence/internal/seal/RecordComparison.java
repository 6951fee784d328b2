package org.lottrace.persistence.internal.seal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.seal.Tampering;

/** Which rows and cells of a record are not those that were sealed. Rows are known again by their keys. */
final class RecordComparison {
    private final SealedRecord record;
    private final RecordKey key;
    private final Map<String, List<String>> columns;

    /** @param columns that are sealed, by table */
    RecordComparison(SealedRecord record, RecordKey key, Map<String, List<String>> columns) {
        this.record = record;
        this.key = key;
        this.columns = columns;
    }

    /** @return what differs; something always, as their hashes do */
    List<Tampering> differences(RecordContent sealed, List<SealedRow> now) {
        Map<Map<Short, Short>, Map<Short, Short>> left = new HashMap<>();
        sealed.rows().forEach(row -> left.put(identity(row), row));
        List<Tampering> found = new ArrayList<>();
        List<SealedRow> added = new ArrayList<>();
        for (SealedRow row : now) {
            Optional.ofNullable(left.remove(identity(RecordContent.brief(row))))
                    .ifPresentOrElse(then -> found.addAll(changed(row, then)), () -> added.add(row));
        }
        found.addAll(addedOrGone(added, List.copyOf(left.values())));
        return found.isEmpty() ? List.of(cannotTell()) : found;
    }

    /** One row that came for one that went is the same row with another key. */
    private List<Tampering> addedOrGone(List<SealedRow> added, List<Map<Short, Short>> gone) {
        if (added.size() == 1
                && gone.size() == 1
                && table(gone.get(0)).equals(added.get(0).table())) {
            return changed(added.get(0), gone.get(0));
        }
        return Stream.concat(
                        added.stream().map(RecordComparison::added),
                        gone.stream().map(this::gone))
                .toList();
    }

    private List<Tampering> changed(SealedRow row, Map<Short, Short> then) {
        Map<Short, Short> now = RecordContent.brief(row);
        return columns.get(row.table().name()).stream()
                .filter(column -> {
                    short brief = RecordContent.brief(row.table(), column);
                    return !Objects.equals(now.get(brief), then.get(brief));
                })
                .map(column -> tampering(
                        row.table(), row.name(), Optional.of(column), "what stands there LotTrace has not written"))
                .toList();
    }

    private static Tampering added(SealedRow row) {
        return tampering(row.table(), row.name(), Optional.empty(), "LotTrace has not written this row");
    }

    private Tampering gone(Map<Short, Short> row) {
        return tampering(
                table(row),
                "of " + record + " " + key,
                Optional.empty(),
                "a row that LotTrace has written is not there any more");
    }

    private Tampering cannotTell() {
        return tampering(
                record.tables().get(0),
                key.toString(),
                Optional.empty(),
                "it does not fit its seal: something of it or the seal was changed");
    }

    private static Tampering tampering(SealedTable table, String row, Optional<String> field, String message) {
        return new Tampering(table.name(), row, field, message);
    }

    private Map<Short, Short> identity(Map<Short, Short> row) {
        SealedTable table = table(row);
        Map<Short, Short> identity = new HashMap<>();
        table.identity()
                .map(column -> RecordContent.brief(table, column))
                .forEach(column -> identity.put(column, row.get(column)));
        return identity;
    }

    private SealedTable table(Map<Short, Short> row) {
        return record.tables().stream()
                .filter(table ->
                        row.containsKey(RecordContent.brief(table, table.key().get(0))))
                .findFirst()
                .orElse(record.tables().get(0));
    }
}

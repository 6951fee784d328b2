package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.edi.FieldDifference;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.PreviewedSet;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.edi.TriedDocument;

/** Two readings of one interchange, field by field. */
final class DraftTrial {
    private DraftTrial() {}

    static TriedDocument of(InterchangeRecord interchange, FilePreview before, FilePreview after) {
        Map<String, Map<String, String>> then = byName(before);
        Map<String, Map<String, String>> now = byName(after);
        Set<String> sets = new LinkedHashSet<>(then.keySet());
        sets.addAll(now.keySet());
        List<FieldDifference> differences = new ArrayList<>();
        sets.forEach(set -> differences.addAll(
                differences(set, then.getOrDefault(set, Map.of()), now.getOrDefault(set, Map.of()))));
        return new TriedDocument(
                interchange,
                after.sets().stream().mapToInt(set -> set.fields().size()).sum(),
                differences.size(),
                differences.stream().limit(TriedDocument.MOST_DIFFERENCES).toList(),
                before.problems(),
                after.problems());
    }

    private static List<FieldDifference> differences(
            String set, Map<String, String> before, Map<String, String> after) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field ->
                        new FieldDifference(set, field, before.getOrDefault(field, ""), after.getOrDefault(field, "")))
                .filter(difference -> !difference.before().equals(difference.after()))
                .toList();
    }

    /** Two sets of a file may have the same control number, in groups of their own: then the second is told apart by its turn. */
    private static Map<String, Map<String, String>> byName(FilePreview preview) {
        Map<String, Map<String, String>> sets = new LinkedHashMap<>();
        Map<String, Integer> turns = new HashMap<>();
        for (PreviewedSet set : preview.sets()) {
            String name = set.code() + " " + set.control();
            int turn = turns.merge(name, 1, Integer::sum);
            Map<String, String> fields = new LinkedHashMap<>();
            for (ReadField field : set.fields()) {
                fields.put(field.name(), field.value());
            }
            sets.put(turn == 1 ? name : name + " (" + turn + ")", fields);
        }
        return sets;
    }
}

package org.lottrace.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lottrace.api.intake.ImportChange;
import org.lottrace.api.intake.ImportReport;

/** Counts what an import does. */
public final class Tally {
    private final List<ImportChange> changes = new ArrayList<>();
    private int furtherChanges;
    private int added;
    private int changed;
    private int unchanged;

    public void added(int count) {
        added += count;
    }

    public void unchanged() {
        unchanged++;
    }

    /** @param before and after: texts by field */
    public void changed(int row, String key, Map<String, String> before, Map<String, String> after) {
        changed++;
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        for (String field : fields) {
            String old = before.getOrDefault(field, "");
            String now = after.getOrDefault(field, "");
            if (!old.equals(now) && changes.size() < ImportReport.MOST_CHANGES) {
                changes.add(new ImportChange(row, key, field, old, now));
            } else if (!old.equals(now)) {
                furtherChanges++;
            }
        }
    }

    List<ImportChange> changes() {
        return changes;
    }

    int furtherChanges() {
        return furtherChanges;
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    int unchangedCount() {
        return unchanged;
    }
}

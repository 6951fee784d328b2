package org.lottrace.handover.internal.file;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.handover.JournalFile;

/** Says at the end of a file how far it reaches: who has the file only, has that too. */
final class Reached {
    private Reached() {}

    static List<String> said(JournalFile file) {
        List<String> lines = new ArrayList<>();
        if (file.entries() == 0) {
            lines.add("No entries.");
        } else {
            lines.add(file.entries() + " entries, the last of them " + file.last() + ".");
        }
        if (file.uncovered() > 0) {
            lines.add(file.uncovered()
                    + " of them have a line without a number of the company's chart: no rule covers it.");
        }
        if (file.provisional() > 0) {
            lines.add(
                    file.provisional()
                            + " of them were not handed over yet: their numbers are what the rules said when this was written.");
        }
        if (file.more()) {
            lines.add("There are more: this is as many as one file has. By number the next begins with "
                    + (file.last() + 1) + ", by day with " + file.lastDay().orElseThrow() + " after entry "
                    + file.last() + ".");
        }
        return lines;
    }
}

package org.lottrace.intake.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.lottrace.api.intake.ImportProblem;
import org.lottrace.api.intake.ImportReport;

/** What is wrong with a file: the first rows with problems in full, of the others how many there are. */
public final class Problems {
    private static final int LONGEST_VALUE = 100;

    private final Queue<Numbered> first = new PriorityQueue<>(Numbered.ORDER.reversed());
    private int count;

    private record Numbered(ImportProblem problem, int number) {
        static final Comparator<Numbered> ORDER =
                Comparator.comparing((Numbered one) -> one.problem().row()).thenComparing(Numbered::number);
    }

    /** @param row 0 when no row is meant */
    public void add(int row, String column, String value, String code, String message) {
        count++;
        String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        first.add(new Numbered(new ImportProblem(row, column, shown, code, message), count));
        if (first.size() > ImportReport.MOST_PROBLEMS) {
            first.remove();
        }
    }

    /** @return others that begin with these */
    Problems copy() {
        Problems copy = new Problems();
        copy.first.addAll(first);
        copy.count = count;
        return copy;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    /** @return those that are told, by row */
    List<ImportProblem> told() {
        List<Numbered> all = new ArrayList<>(first);
        all.sort(Numbered.ORDER);
        return all.stream().map(Numbered::problem).toList();
    }

    int further() {
        return count - first.size();
    }
}

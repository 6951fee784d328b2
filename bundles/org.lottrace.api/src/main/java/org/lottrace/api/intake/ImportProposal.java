package org.lottrace.api.intake;

import java.util.List;
import java.util.Objects;

/**
 * A look at a file, and a mapping that its headings suggest.
 *
 * @param headings of its columns, in their order
 * @param sample its first rows, ten at most, cell by cell as the headings are
 * @param mapping a guess, to be looked at; it may leave out what is needed
 * @param problems what is wrong with the file as a table; with any, there are no headings
 */
public record ImportProposal(
        List<String> headings, List<List<String>> sample, ImportMapping mapping, List<ImportProblem> problems) {
    public ImportProposal {
        headings = List.copyOf(headings);
        sample = sample.stream().map(List::copyOf).toList();
        Objects.requireNonNull(mapping);
        problems = List.copyOf(problems);
    }
}

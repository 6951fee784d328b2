package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.lot.LotKey;

/**
 * A source of cost in its place in the tree.
 *
 * @param depth 0 for a source of the lot itself
 * @param source the source
 */
record SourceLine(int depth, CostSource source) {
    /** @return each source followed by its own sources */
    static List<SourceLine> flatten(List<CostSource> sources) {
        return below(0, sources).toList();
    }

    private static Stream<SourceLine> below(int depth, List<CostSource> sources) {
        return sources.stream()
                .flatMap(source ->
                        Stream.concat(Stream.of(new SourceLine(depth, source)), below(depth + 1, source.sources())));
    }

    /** @return the ingredient, or that it came in from outside; indented by depth */
    String origin() {
        return "  ".repeat(depth) + source.ingredient().map(LotKey::toString).orElse("came in");
    }
}

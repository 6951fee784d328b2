package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/**
 * What an item of a DESADV says and its batches or parts replace: the dates of a line are those of its own level, its item that of the nearest
 * level that names one. What they repeat is not lost.
 */
final class AboveTheLines {
    /** 7143: batch number; {@link UnreadFacts} accounts for each. */
    private static final String LOT = "NB";

    private static final String ITEM = "I";

    private final BoundPaths paths;

    AboveTheLines(BoundPaths paths) {
        this.paths = paths;
    }

    boolean losesDate(Node node, SetSegment date) {
        List<Node> lines = lines(node);
        return date.is("DTM")
                && !lines.isEmpty()
                && !lines.stream().allMatch(line -> line.segments().stream()
                        .anyMatch(other -> other.is("DTM") && other.elements().equals(date.elements())));
    }

    /** @param number the element of LIN or PIA that holds it */
    boolean losesNumber(Node node, SetSegment segment, int number) {
        List<Node> lines = lines(node);
        return !segment.component(number, 2).equals(LOT)
                && !lines.isEmpty()
                && lines.stream().allMatch(this::namesItem)
                && lines.stream().noneMatch(line -> has(line, segment.component(number, 1)));
    }

    /** A package names no item and has no date of goods. */
    private static List<Node> lines(Node node) {
        return node.code().equals(ITEM) ? node.children() : List.of();
    }

    private boolean namesItem(Node line) {
        Class<?> type = LevelKind.of(line.code()).type();
        return line.readable().stream().anyMatch(segment -> {
            Set<String> read = paths.elements(type, segment.tag());
            for (int i : SegmentNames.products(segment.tag())) {
                String qualifier = segment.component(i, 2);
                if (!qualifier.equals(LOT)
                        && !segment.component(i, 1).isEmpty()
                        && read.contains(segment.tag() + "_" + qualifier)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean has(Node line, String number) {
        return line.segments().stream().anyMatch(segment -> {
            for (int i : SegmentNames.products(segment.tag())) {
                if (segment.component(i, 1).equals(number)) {
                    return true;
                }
            }
            return false;
        });
    }
}

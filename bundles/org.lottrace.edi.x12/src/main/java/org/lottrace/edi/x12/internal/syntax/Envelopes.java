package org.lottrace.edi.x12.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the segments of a file, one after the other, into interchanges, groups and sets: those of EDIFACT nest as those of X12 do. What
 * is missing is left absent; what stands in a wrong place becomes a finding.
 */
final class Envelopes {
    /** How a syntax calls the segments around interchanges, groups and sets. */
    enum Tags {
        X12("ISA", "GS", "ST", "SE", "GE", "IEA", "transaction set"),
        EDIFACT("UNB", "UNG", "UNH", "UNT", "UNE", "UNZ", "message");

        private final String interchange;
        private final String group;
        private final String set;
        private final String setEnd;
        private final String groupEnd;
        private final String interchangeEnd;
        private final String word;

        Tags(
                String interchange,
                String group,
                String set,
                String setEnd,
                String groupEnd,
                String interchangeEnd,
                String word) {
            this.interchange = interchange;
            this.group = group;
            this.set = set;
            this.setEnd = setEnd;
            this.groupEnd = groupEnd;
            this.interchangeEnd = interchangeEnd;
            this.word = word;
        }
    }

    private final Tags tags;
    private final SegmentSource source;
    private final FileContent file;
    private final FileCount count;
    private final Findings findings;
    private final List<Interchange> interchanges = new ArrayList<>();

    private Segment header;
    private int headerOffset;
    private Delimiters delimiters;
    private final List<Group> groups = new ArrayList<>();
    private Optional<Segment> group = Optional.empty();
    private final List<TransactionSet> sets = new ArrayList<>();
    private final SetBuilder set;

    /** @param source what cuts the file into the segments that are taken */
    Envelopes(Tags tags, FileContent file, SegmentSource source, FileCount count, Findings findings) {
        this.tags = tags;
        this.file = file;
        this.source = source;
        this.set = new SetBuilder(source, count);
        this.count = count;
        this.findings = findings;
    }

    /**
     * @param offset of the segment in the file
     * @param end where it ends
     */
    void take(Segment segment, int offset, int end) {
        String tag = segment.tag();
        if (tag.equals(tags.interchange)) {
            count.interchange();
            endInterchange(Optional.empty(), offset);
            header = segment;
            headerOffset = offset;
            delimiters = source.delimiters();
        } else if (tag.equals(tags.group)) {
            count.groupOrSet();
            endGroup(Optional.empty());
            withinInterchange(segment);
            group = Optional.of(segment);
        } else if (tag.equals(tags.set)) {
            count.groupOrSet();
            endSet();
            if (group.isEmpty()) {
                withinInterchange(segment);
            }
            set.add(segment, offset, end);
        } else if (tag.equals(tags.setEnd)) {
            withinSet(segment, offset, end, "no " + tags.set + " stands before it");
            endSet();
        } else if (tag.equals(tags.groupEnd)) {
            if (group.isEmpty()) {
                misplaced(segment, "no " + tags.group + " stands before it");
            }
            endGroup(Optional.of(segment));
        } else if (tag.equals(tags.interchangeEnd)) {
            endInterchange(Optional.of(segment), end);
        } else {
            withinSet(segment, offset, end, "it stands in no " + tags.word);
        }
    }

    /** @return all of them, when nothing more comes */
    List<Interchange> ended() {
        endInterchange(Optional.empty(), file.length());
        return interchanges;
    }

    private void withinSet(Segment segment, int offset, int end, String otherwise) {
        if (set.isEmpty()) {
            misplaced(segment, otherwise);
        } else {
            set.add(segment, offset, end);
        }
    }

    private void withinInterchange(Segment segment) {
        if (header == null) {
            misplaced(segment, "no " + tags.interchange + " stands before it");
        }
    }

    private void misplaced(Segment segment, String why) {
        findings.add(Finding.of("SEGMENT_MISPLACED", segment, "the segment cannot stand here: " + why));
    }

    private void endSet() {
        if (!set.isEmpty()) {
            sets.add(set.end());
        }
    }

    private void endGroup(Optional<Segment> end) {
        endSet();
        if (group.isPresent() || !sets.isEmpty()) {
            groups.add(new Group(group, sets, end));
        }
        group = Optional.empty();
        sets.clear();
    }

    private void endInterchange(Optional<Segment> trailer, int end) {
        endGroup(Optional.empty());
        if (header != null) {
            interchanges.add(new Interchange(file.part(headerOffset, end), delimiters, header, groups, trailer));
        } else {
            trailer.ifPresent(this::withinInterchange);
        }
        header = null;
        groups.clear();
    }
}

package org.lottrace.edi.x12.internal.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.schema.Grammar.LevelForm;
import org.lottrace.edi.x12.internal.schema.SetWalk.Step;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/** Holds one transaction set against a grammar: its segments, their order and repeats, their elements, and what each level needs. */
public final class SetCheck {
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Z0-9]{1,2}");
    private static final int MOST_FINDINGS = 500;

    private final Grammar grammar;
    private final char component;
    private final Findings findings = new Findings(MOST_FINDINGS);
    private final List<SetSegment> segments = new ArrayList<>();
    /** Instead of the segments of a large set. */
    private final Optional<SetShape> shape;

    private final SegmentCheck elements;
    private final Set<String> ofLevel = new HashSet<>();
    private Optional<LevelForm> level = Optional.empty();

    private SetCheck(TransactionSet set, SetGrammar grammar, char component) {
        this.grammar = grammar.grammar();
        this.component = component;
        this.shape = set.isLong() ? Optional.of(new SetShape(component, set.size())) : Optional.empty();
        this.elements = new SegmentCheck(component, grammar.shortDates(), findings);
    }

    /**
     * @param set a set whose header is whole
     * @param component the separator of components it came with
     * @param parents HL02 as it is meant, by position in the file, where something else was sent
     */
    public static SetReading check(
            TransactionSet set, char component, SetGrammar grammar, Map<Integer, String> parents) {
        return new SetCheck(set, grammar, component).check(set, parents);
    }

    private SetReading check(TransactionSet set, Map<Integer, String> parents) {
        SetWalk walk = new SetWalk(grammar);
        for (Segment segment : set.segments()) {
            boolean isLast = segment.position() == set.last().position();
            if (segment.position() == set.header().position() || isLast && set.isClosed()) {
                keep(segment, "", false, parents);
            } else if (!grammar.segments().containsKey(segment.tag())
                    && !TAG.matcher(segment.tag()).matches()) {
                findings.add(Finding.of(
                        "SEGMENT_TAG_INVALID", segment, "a segment tag has 2 or 3 capital letters or digits"));
            } else {
                take(segment, walk.next(segment.tag()), parents);
            }
        }
        endLevel(set.last());
        walk.end().forEach(tag -> missing("MANDATORY_SEGMENT_MISSING", set.last(), tag));
        return new SetReading(
                findings.list(), shape.map(one -> one.segments(set)).orElse(segments));
    }

    private void take(Segment segment, Step step, Map<Integer, String> parents) {
        for (String tag : step.missing()) {
            missing("MANDATORY_SEGMENT_MISSING", segment, tag);
        }
        if (segment.is("HL") || step.loop().isEmpty()) {
            endLevel(segment);
        }
        if (segment.is("HL")) {
            level = Optional.ofNullable(grammar.levels().get(segment.element(3).strip()));
        }
        ofLevel.add(segment.tag());
        if (step.fault().isPresent()) {
            String code = step.fault().get();
            findings.add(Finding.of(code, segment, SchemaMessages.of(code, segment.tag())));
        }
        SegmentForm form = grammar.segments().get(segment.tag());
        if (form != null) {
            elements.check(segment, form);
        }
        keep(segment, step.loop(), step.opens(), parents);
    }

    private void endLevel(Segment next) {
        for (String tag : level.map(LevelForm::required).orElse(Set.of())) {
            if (!ofLevel.contains(tag)) {
                missing("IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE", next, tag);
            }
        }
        level = Optional.empty();
        ofLevel.clear();
    }

    private void missing(String code, Segment before, String tag) {
        findings.add(new Finding(code, before.position(), tag, 0, "", SchemaMessages.of(code, tag)));
    }

    private void keep(Segment segment, String loop, boolean opens, Map<Integer, String> parents) {
        Optional<List<String>> nested =
                Optional.ofNullable(parents.get(segment.position())).map(parent -> below(parent, segment.elements()));
        if (shape.isPresent()) {
            shape.get().add(loop, opens, nested);
        } else {
            segments.add(new SetSegment(
                    segments.size() + 1, loop, opens, nested.orElseGet(() -> plain(segment.elements(), component))));
        }
    }

    private static List<String> below(String parent, List<String> hl) {
        List<String> texts = new ArrayList<>(hl);
        texts.set(2, parent);
        return texts;
    }

    /** @return the elements with our own character between their components */
    static List<String> plain(List<String> texts, char component) {
        for (String text : texts) {
            if (text.indexOf(component) >= 0) {
                return texts.stream()
                        .map(one -> one.replace(component, SetSegment.COMPONENT))
                        .toList();
            }
        }
        return texts;
    }
}

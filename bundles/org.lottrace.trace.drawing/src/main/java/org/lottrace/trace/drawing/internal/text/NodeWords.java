package org.lottrace.trace.drawing.internal.text;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.trace.drawing.FoldedNode;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.LotState;
import org.lottrace.trace.drawing.PartyNode;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceNode;

/** What a box says: up to four lines for the eye, one sentence for everybody else. */
public final class NodeWords {
    private static final int DECIMALS = 3;

    private final Texts texts;

    public NodeWords(Texts texts) {
        this.texts = texts;
    }

    /** @return the large line */
    public String title(TraceNode node) {
        return node.fold(
                lot -> lot.number().value(),
                party -> party.name().isBlank() ? party.party().value() : party.name(),
                this::count);
    }

    /** @return the line below it; may be empty */
    public String detail(TraceNode node) {
        return node.fold(
                lot -> joined(" · ", List.of(lot.lot().item().value(), lot.description())),
                party -> party.name().isBlank() ? "" : party.party().value(),
                folded -> folded.description());
    }

    /** @return what a reader has to know of it first: that it is not sellable, that there can be suspect goods; may be empty */
    public String status(TraceNode node) {
        return node.fold(
                lot -> joined(" · ", boxStatus(lot)),
                party -> party.suspect() ? texts.say("suspect.party") : "",
                folded -> folded.suspects() > 0 ? texts.say("folded.suspects", folded.suspects()) : "");
    }

    /** @return how much there is or was; of a group what there is in it; may be empty */
    public String fact(TraceNode node) {
        return node.fold(this::onHand, this::quantity, folded -> joined(" · ", foldedFacts(folded)));
    }

    /** @return how many lines are not empty */
    public int lines(TraceNode node) {
        return (int) Stream.of(title(node), detail(node), status(node), fact(node))
                .filter(line -> !line.isBlank())
                .count();
    }

    /** @return all of it, also what has no room in the box */
    public String name(TraceNode node) {
        return node.fold(this::lotName, this::partyName, this::foldedName);
    }

    private String lotName(LotNode lot) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.say(
                "lot.name", lot.number(), joined(" ", List.of(lot.lot().item().value(), lot.description()))));
        if (lot.seed()) {
            facts.add(texts.say("lot.seed"));
        }
        facts.addAll(lotStatus(lot, true));
        facts.add(onHand(lot));
        return joined(", ", facts);
    }

    private List<String> lotStatus(LotNode lot, boolean withState) {
        List<String> facts = new ArrayList<>();
        if (withState) {
            facts.add(texts.say("state." + lot.state().name()));
        }
        lot.content().stream()
                .filter(content -> content.contained().maximum().isPositive())
                .forEach(content -> facts.add(suspect(content.contained())));
        return facts;
    }

    /** The mark says the state, too, so the quantity comes first: at the end there may be no room. */
    private List<String> boxStatus(LotNode lot) {
        List<String> facts = lotStatus(lot, lot.state() != LotState.SELLABLE);
        Collections.reverse(facts);
        return facts;
    }

    private String onHand(LotNode lot) {
        return lot.onHand().isEmpty()
                ? texts.say("lot.none.on.hand")
                : texts.say("lot.on.hand", texts.quantities(lot.onHand()));
    }

    private String partyName(PartyNode party) {
        List<String> facts = new ArrayList<>();
        facts.add(texts.say(
                "party." + party.stage().name(),
                joined(" ", List.of(party.name(), party.party().value()))));
        facts.add(status(party));
        facts.add(quantity(party));
        return joined(", ", facts);
    }

    private String quantity(PartyNode party) {
        return party.quantities().isEmpty()
                ? ""
                : texts.say(
                        party.stage() == Stage.SUPPLIER ? "party.delivered" : "party.sent",
                        texts.quantities(party.quantities()));
    }

    private String foldedName(FoldedNode folded) {
        List<String> facts = new ArrayList<>();
        facts.add(joined(" ", List.of(count(folded), folded.description())));
        facts.add(status(folded));
        facts.addAll(foldedFacts(folded));
        if (folded.inside() > 0) {
            facts.add(texts.say("folded.inside", folded.inside()));
        }
        facts.add(
                texts.say(folded.opens().isEmpty() ? "folded.closed" : folded.more() ? "folded.next" : "folded.opens"));
        return joined(", ", facts);
    }

    /** Sellable is not worth a word in a group. */
    private List<String> foldedFacts(FoldedNode folded) {
        List<String> facts = new ArrayList<>();
        if (folded.seeds() > 0) {
            facts.add(texts.say("folded.seeds", folded.seeds()));
        }
        folded.states().forEach((state, count) -> {
            if (state != LotState.SELLABLE) {
                facts.add(texts.say("states", count, texts.say("state." + state.name())));
            }
        });
        return facts;
    }

    private String count(FoldedNode folded) {
        String more = folded.more() ? "folded.more." : "folded.";
        if (folded.stage() == Stage.SUPPLIER || folded.stage() == Stage.CONSIGNEE) {
            return texts.say(more + folded.stage().name(), folded.count());
        }
        return folded.item()
                .map(item -> texts.say(more + "of.item", folded.count(), item))
                .orElseGet(() -> texts.say(more + "of.items", folded.count(), folded.items()));
    }

    /** The least is rounded down and the most up, so that the truth is never outside of what is said. */
    private String suspect(SuspectQuantity quantity) {
        String most = texts.rounded(quantity.maximum(), DECIMALS, RoundingMode.CEILING);
        if (quantity.minimum().equals(quantity.maximum())) {
            return texts.say("suspect", most);
        }
        if (!quantity.minimum().isPositive()) {
            return texts.say("suspect.up.to", most);
        }
        String least = texts.number(quantity.minimum().amount(), DECIMALS, RoundingMode.FLOOR);
        return texts.say("suspect.range", least, most);
    }

    private static String joined(String between, List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}

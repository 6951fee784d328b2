package org.lottrace.edi.x12.internal.rules;

import io.xlate.edi.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.schema.SetCheck;
import org.lottrace.edi.x12.internal.schema.SetGrammar;
import org.lottrace.edi.x12.internal.schema.SetReader;
import org.lottrace.edi.x12.internal.schema.SetReading;
import org.lottrace.edi.x12.internal.schema.SetShape;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Findings;
import org.lottrace.edi.x12.internal.syntax.Group;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.Interchange.Place;
import org.lottrace.edi.x12.internal.syntax.ScannedFile;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;

/** Examines files: envelope, partners, schemas and content, everything before anything is applied. */
public final class Examiner {
    private static final int MOST_FINDINGS = 1000;

    private final Function<EdiAddress, Optional<Party>> partners;
    private final SchemaFolder schemas;
    private final OwnAddresses own;
    private final FileLimits limits;
    private final Tolerances tolerances;

    /**
     * @param own the addresses under which partners reach us
     * @param limits what a file may hold
     */
    public Examiner(PartnerDirectory partners, SchemaFolder schemas, OwnAddresses own, FileLimits limits) {
        this(partners::find, schemas, own, limits);
    }

    private Examiner(
            Function<EdiAddress, Optional<Party>> partners, SchemaFolder schemas, OwnAddresses own, FileLimits limits) {
        this.partners = partners;
        this.schemas = schemas;
        this.own = own;
        this.limits = limits;
        this.tolerances = new Tolerances(schemas.mappings());
    }

    /** @return one that takes partners for what they are made */
    public Examiner taking(UnaryOperator<Party> made) {
        return new Examiner(address -> partners.apply(address).map(made), schemas, own, limits);
    }

    /**
     * @param content the bytes of a file
     * @return all that is wrong with it, and its sets as segments
     */
    public Examination examine(byte[] content) {
        ScannedFile file = EdifactScanner.isEdifact(content)
                ? EdifactScanner.scan(content, limits)
                : X12Scanner.scan(content, limits);
        Findings ofSets = new Findings(MOST_FINDINGS);
        List<ExaminedInterchange> interchanges = file.interchanges().stream()
                .map(interchange -> examine(interchange, ofSets))
                .toList();
        List<Finding> findings = new ArrayList<>(file.findings());
        if (ofSets.isFull()) {
            findings.add(Finding.ofFile(
                    "PROBLEMS_CUT_OFF",
                    "there are more problems than the first " + MOST_FINDINGS + "; correct these, then send it again"));
        }
        return new Examination(interchanges, findings);
    }

    /** @param ofSets what was found in the sets before; when there is no more room, the others are not looked into */
    private ExaminedInterchange examine(Interchange interchange, Findings ofSets) {
        List<Finding> findings = new ArrayList<>(
                interchange.isEdifact()
                        ? EdifactEnvelope.ofInterchange(interchange)
                        : EnvelopeRules.ofInterchange(interchange));
        Optional<EdiAddress> sender = address(interchange, Place.SENDER, "sender", findings);
        Optional<EdiAddress> receiver = address(interchange, Place.RECEIVER, "receiver", findings);
        Optional<Party> party = sender.flatMap(partners);
        if (sender.isPresent() && party.isEmpty()) {
            findings.add(Finding.of(
                    "SENDER_UNKNOWN",
                    interchange.header(),
                    interchange.element(Place.SENDER),
                    "no partner has the interchange address " + sender.get() + "; enter it in the partner's profile"));
        }
        if (receiver.isPresent() && !own.contains(receiver.get())) {
            findings.add(Finding.of(
                    "RECEIVER_NOT_US",
                    interchange.header(),
                    interchange.element(Place.RECEIVER),
                    "the interchange is for " + receiver.get()
                            + ", which is no address of ours; configure own.address or "
                            + "enter it in the profile of the company"));
        }
        Tolerated tolerated = tolerated(interchange, party);
        List<List<Finding>> groupFindings = interchange.isEdifact()
                ? EdifactEnvelope.ofGroups(interchange.groups())
                : EnvelopeRules.ofGroups(interchange.groups());
        List<ExaminedGroup> groups = new ArrayList<>();
        for (int i = 0; i < interchange.groups().size(); i++) {
            Group group = interchange.groups().get(i);
            groups.add(new ExaminedGroup(
                    group, tolerated.without(groupFindings.get(i)), examine(interchange, group, tolerated, ofSets)));
        }
        return new ExaminedInterchange(
                interchange, sender, party, receiver, tolerated.without(findings), groups, tolerated.notes());
    }

    /** The envelope is common to its sets, so it may have the faults that any of them may have. */
    private Tolerated tolerated(Interchange interchange, Optional<Party> party) {
        Set<String> codes = new HashSet<>();
        party.ifPresent(known -> interchange.codes().stream()
                .distinct()
                .forEach(code -> codes.addAll(tolerances.of(known.profile().mapping(), code))));
        return new Tolerated(codes);
    }

    private List<ExaminedSet> examine(Interchange interchange, Group group, Tolerated tolerated, Findings ofSets) {
        List<List<Finding>> envelope = EnvelopeRules.ofSets(group);
        List<ExaminedSet> sets = new ArrayList<>();
        for (int i = 0; i < group.sets().size(); i++) {
            TransactionSet set = group.sets().get(i);
            if (ofSets.isFull()) {
                sets.add(new ExaminedSet(set, List.of(), SetContent.NONE));
                continue;
            }
            List<Finding> all = new ArrayList<>(envelope.get(i));
            TransactionSet kept = set.kept();
            List<SetSegment> segments = read(interchange, group, kept, all);
            all.sort(Comparator.comparingInt(Finding::position));
            List<Finding> findings = tolerated.without(all);
            ofSets.addAll(findings);
            sets.add(new ExaminedSet(
                    set, findings, findings.isEmpty() ? content(interchange, set, kept, segments) : SetContent.NONE));
        }
        return sets;
    }

    /** What is not kept of the set is not kept of what it says either. */
    private static SetContent content(
            Interchange interchange, TransactionSet set, TransactionSet kept, List<SetSegment> segments) {
        if (set.isKept() || segments.isEmpty()) {
            return SetContent.of(segments);
        }
        SetShape shape = new SetShape(kept, interchange.delimiters().component(), segments);
        return () -> shape.segments(set);
    }

    /** @return the segments for who understands the set; empty when there is no schema for it */
    private List<SetSegment> read(Interchange interchange, Group group, TransactionSet set, List<Finding> findings) {
        Optional<SetGrammar> grammar = set.isEdifact()
                ? schemas.message(set.directory(), set.code())
                : schemas.grammar(group.version(), set.code());
        if (grammar.isPresent()) {
            ContentRules.Content content = ContentRules.examine(set);
            SetReading reading =
                    SetCheck.check(set, interchange.delimiters().component(), grammar.get(), content.parents());
            findings.addAll(reading.findings());
            findings.addAll(content.findings());
            return reading.segments();
        }
        if (set.isEdifact()) {
            findings.add(Finding.of(
                    "SCHEMA_MISSING",
                    set.header(),
                    2,
                    "message " + set.code() + " of directory \"" + set.directory()
                            + "\" is not exchanged; there is no schema for it in edi-mappings/edifact"));
            return List.of();
        }
        Optional<Schema> schema = schemas.find(group.version(), set.code());
        if (schema.isPresent()) {
            findings.addAll(SetReader.read(set, interchange.delimiters(), schema.get()));
            findings.addAll(ContentRules.check(set));
            return withoutLoops(set);
        }
        if (group.header().isPresent()) {
            findings.add(Finding.of(
                    "SCHEMA_MISSING",
                    set.header(),
                    1,
                    "transaction set " + set.code() + " of version \"" + group.version()
                            + "\" is not exchanged; there is no schema for it in edi-mappings/x12"));
        }
        return List.of();
    }

    /** StAEDI says what is wrong with a set, and not in which loops its segments stand. */
    private static List<SetSegment> withoutLoops(TransactionSet set) {
        int before = set.header().position() - 1;
        return set.segments().stream()
                .map(segment -> new SetSegment(segment.position() - before, "", false, segment.elements()))
                .toList();
    }

    private static Optional<EdiAddress> address(
            Interchange interchange, Place place, String who, List<Finding> findings) {
        try {
            return Optional.of(new EdiAddress(interchange.qualifier(place), interchange.id(place)));
        } catch (InvalidIdentifierException e) {
            findings.add(Finding.of(
                    "INTERCHANGE_ADDRESS_INVALID",
                    interchange.header(),
                    interchange.isEdifact() ? interchange.element(place) : interchange.element(place) - 1,
                    "the address of the " + who + " cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
    }
}

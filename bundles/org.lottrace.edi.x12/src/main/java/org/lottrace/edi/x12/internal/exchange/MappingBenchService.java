package org.lottrace.edi.x12.internal.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingSummary;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.edi.PartnerMapping;
import org.lottrace.api.edi.SentAgain;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts of mappings, tried on what was exchanged last. One change at a time over all nodes ({@link MappingTurn}); a trial, which takes long, holds
 * up none.
 */
@Component(configurationPid = InterchangesService.PID)
public final class MappingBenchService implements MappingBench {
    private static final Logger LOG = LoggerFactory.getLogger(MappingBenchService.class);
    private static final int MOST_VERSIONS = 100;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<TransactionSetHandler> handlers = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<SentAgain> makers = List.of();

    private final UnitOfWork unitOfWork;
    private final InterchangeStore store;
    private final PartnerDirectory partners;
    private final AuditLog audit;
    private final MappingTurn turn;
    private final Clock clock;
    private final MappingFolders folders;
    private final Examiner examiner;
    private final MappingTrial trial;

    @Activate
    public MappingBenchService(
            @Reference UnitOfWork unitOfWork,
            @Reference InterchangeStore store,
            @Reference PartnerDirectory partners,
            @Reference AuditLog audit,
            @Reference Leases leases,
            @Reference Clock clock,
            InterchangesConfig config) {
        this(
                unitOfWork,
                store,
                partners,
                audit,
                leases,
                clock,
                Path.of(config.mappings()),
                ExchangeSettings.of(config));
    }

    /** For tests. */
    MappingBenchService(
            UnitOfWork unitOfWork,
            InterchangeStore store,
            PartnerDirectory partners,
            AuditLog audit,
            Leases leases,
            Clock clock,
            Path mappings,
            ExchangeSettings settings) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.partners = partners;
        this.audit = audit;
        this.turn = new MappingTurn(unitOfWork, leases);
        this.clock = clock;
        this.folders = new MappingFolders(mappings);
        this.folders.finish().forEach(this::finished);
        SchemaFolder schemas = new SchemaFolder(mappings);
        this.examiner =
                new Examiner(partners, schemas, new OwnAddresses(partners, settings.ownAddress()), settings.limits());
        this.trial = new MappingTrial(
                store,
                partners,
                examiner,
                () -> handlers,
                new SentPreviews(store, () -> makers, new Rendering(schemas, settings.usage(), clock)));
    }

    @Override
    public List<MappingSummary> all() {
        List<Party> parties = partners.all();
        return folders.names().stream()
                .map(name -> new MappingSummary(name, users(parties, name), folders.isDrafted(name)))
                .toList();
    }

    @Override
    public Optional<PartnerMapping> find(String name) {
        return folders.names().contains(name)
                ? Optional.of(new PartnerMapping(
                        name,
                        users(partners.all(), name),
                        folders.files(name),
                        folders.draft(name),
                        folders.isTried(name),
                        folders.versions(name).stream().limit(MOST_VERSIONS).toList()))
                : Optional.empty();
    }

    @Override
    public List<Violation> draft(String name, MappingFile file) {
        List<Violation> problems = DraftChecks.of(name, file);
        if (problems.isEmpty()) {
            turn.run(() -> folders.putIntoDraft(name, file));
        }
        return problems;
    }

    @Override
    public List<Violation> discard(String name) {
        return turn.get(() -> {
            List<Violation> problems = drafted(name);
            if (problems.isEmpty()) {
                folders.discardDraft(name);
            }
            return problems;
        });
    }

    @Override
    public Optional<List<TriedDocument>> tryOut(String name, int documents) {
        if (documents < 1 || documents > MOST_DOCUMENTS) {
            throw new WrongQuestionException("1 to " + MOST_DOCUMENTS + " documents can be tried, not " + documents);
        }
        if (!drafted(name).isEmpty()) {
            return Optional.empty();
        }
        String asItIs = folders.asItIs(name);
        List<TriedDocument> tried = unitOfWork.required(() -> trial.of(name, documents));
        turn.run(() -> {
            if (folders.isDrafted(name)) {
                folders.setTried(name, asItIs);
            }
        });
        return Optional.of(tried);
    }

    @Override
    public FilePreview preview(String name, byte[] content) {
        if (!folders.names().contains(name)) {
            return new FilePreview(List.of(), List.of(unknown(name)), List.of());
        }
        String folder = folders.isDrafted(name) ? name + PartnerProfile.DRAFT : name;
        Previews previews =
                new Previews(examiner.taking(party -> party.with(party.profile().mapped(folder))), () -> handlers);
        return unitOfWork.required(() -> previews.of(content));
    }

    @Override
    public List<Violation> activate(Caller caller, String name, String reason) {
        return turn.get(() -> activated(caller, name, reason));
    }

    private List<Violation> activated(Caller caller, String name, String reason) {
        List<Violation> problems = new ArrayList<>(drafted(name));
        if (problems.isEmpty() && !folders.isTried(name)) {
            problems.add(
                    new Violation(
                            DRAFT_NOT_TRIED,
                            "name",
                            "the draft of " + name
                                    + " was not tried as it is now; try it, look at what it reads otherwise, then activate it"));
        }
        if (problems.isEmpty()) {
            problems.addAll(unusable(name));
        }
        problems.addAll(DraftChecks.reason(reason));
        if (problems.isEmpty()) {
            use(caller, name, folders.draft(name), reason, "");
            folders.discardDraft(name);
        }
        return problems;
    }

    /** In use, it would hold up whatever its partners send. */
    private List<Violation> unusable(String name) {
        return Stream.concat(
                        DraftChecks.ofAll(name, folders.draft(name)).stream(),
                        handlers.stream()
                                .flatMap(handler -> handler.unusable(name + PartnerProfile.DRAFT).stream())
                                .flatMap(why -> DraftChecks.invalid("text", why).stream()))
                .toList();
    }

    @Override
    public List<Violation> rollBack(Caller caller, String name, int version, String reason) {
        return turn.get(() -> rolledBack(caller, name, version, reason));
    }

    private List<Violation> rolledBack(Caller caller, String name, int version, String reason) {
        List<Violation> problems = new ArrayList<>(DraftChecks.reason(reason));
        if (!folders.names().contains(name)) {
            problems.add(0, unknown(name));
            return problems;
        }
        Optional<MappingVersion> wanted = folders.versions(name).stream()
                .filter(known -> known.number() == version)
                .findFirst();
        if (wanted.isEmpty()) {
            problems.add(0, new Violation(VERSION_UNKNOWN, "version", name + " has no version " + version));
        }
        if (problems.isEmpty() && !wanted.orElseThrow().files().equals(folders.files(name))) {
            use(caller, name, wanted.orElseThrow().files(), reason, ", which is version " + version);
        }
        return problems;
    }

    private void use(Caller caller, String name, List<MappingFile> files, String reason, String which) {
        folders.finish(name).ifPresent(version -> finished(name, version));
        int number = folders.use(name, files, clock.instant(), caller.name(), reason);
        LOG.info("mapping activated mapping={} version={} by={}", name, number, caller.name());
        audit.configured(caller, "edi-mappings/" + name, "version " + number + which + ": " + reason);
    }

    /** Whoever activated it was told of no success, and it is in use all the same: in their name, as the version has it. */
    private void finished(String name, MappingVersion version) {
        LOG.warn(
                "interrupted activation of a mapping is finished mapping={} version={} by={}",
                name,
                version.number(),
                version.by());
        audit.configured(
                new Caller(version.by(), Set.of()),
                "edi-mappings/" + name,
                "version " + version.number() + ", begun at " + version.since() + " and finished later: "
                        + version.reason());
    }

    private static Violation unknown(String name) {
        return new Violation(MAPPING_UNKNOWN, "name", "there is no mapping " + name);
    }

    private List<Violation> drafted(String name) {
        return folders.names().contains(name) && folders.isDrafted(name)
                ? List.of()
                : List.of(new Violation(
                        DRAFT_MISSING, "name", "mapping " + name + " has no draft; put a file into one first"));
    }

    private static List<PartyId> users(List<Party> parties, String mapping) {
        return parties.stream()
                .filter(party -> party.profile().mapping().equals(mapping))
                .map(Party::id)
                .toList();
    }
}

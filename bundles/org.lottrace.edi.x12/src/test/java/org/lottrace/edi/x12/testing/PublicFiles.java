package org.lottrace.edi.x12.testing;

import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.ScannedFile;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;

/** Files that others have published: they lie in {@code shared/data/edi} beside the project, and are never copied into it. */
public final class PublicFiles {
    private PublicFiles() {}

    /**
     * A transaction set of such a file.
     *
     * @param code ST01
     * @param control ST02
     * @param hasItems whether it has a line with a quantity (SN1)
     * @param isWhole whether it stands in an envelope, from ST to SE
     * @param segments empty when there are problems
     * @param problems of the set, its group and its interchange
     * @param notes of its interchange
     */
    public record PublicSet(
            String code,
            String control,
            boolean hasItems,
            boolean isWhole,
            List<SetSegment> segments,
            List<Violation> problems,
            List<Violation> notes) {}

    /** @param problems of the file as a whole */
    public record PublicFile(List<PublicSet> sets, List<Violation> problems) {}

    /** @return the folder, when it is there */
    public static Optional<Path> folder() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path folder = above.resolve("shared/data/edi");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** @return every X12 file of the folder */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(edi|txt)"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param mapping of the partner, which is set up with the sender's address; we have the receiver's
     * @return what is in the file
     */
    public static PublicFile read(byte[] content, String mapping) {
        FileLimits limits = new FileLimits(1024 * 1024);
        ScannedFile scanned = X12Scanner.scan(content, limits);
        Optional<EdiAddress> us = scanned.interchanges().stream().findFirst().flatMap(i -> address(i.header()));
        PartnerDirectory anybody = new Anybody(mapping);
        Examination examination = new Examiner(
                        anybody, new SchemaFolder(X12.MAPPINGS), new OwnAddresses(anybody, us), limits)
                .examine(content);
        List<PublicSet> sets = new ArrayList<>();
        for (ExaminedInterchange interchange : examination.interchanges()) {
            for (ExaminedGroup group : interchange.groups()) {
                group.sets().forEach(set -> sets.add(set(interchange, group, set)));
            }
        }
        List<Finding> ofFile = new ArrayList<>(examination.findings());
        examination.interchanges().stream()
                .filter(interchange -> interchange.groups().isEmpty())
                .forEach(interchange -> ofFile.addAll(interchange.findings()));
        return new PublicFile(sets, violations(ofFile));
    }

    private static PublicSet set(ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set) {
        List<Finding> problems = new ArrayList<>(set.findings());
        problems.addAll(group.findings());
        problems.addAll(interchange.findings());
        return new PublicSet(
                set.set().code(),
                set.set().control(),
                set.set().segments().stream().anyMatch(segment -> segment.is("SN1")),
                set.set().isClosed() && group.group().header().isPresent(),
                set.segments(),
                violations(problems),
                interchange.notes());
    }

    private static List<Violation> violations(List<Finding> findings) {
        return findings.stream().map(Finding::violation).toList();
    }

    private static Optional<EdiAddress> address(Segment isa) {
        String id = isa.element(8).strip();
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new EdiAddress(isa.element(7).strip(), id));
    }

    /** Every address is that of the partner. */
    private record Anybody(String mapping) implements PartnerDirectory {
        private Party partner() {
            return aParty("SENDER").mappedBy(mapping).build();
        }

        @Override
        public List<Violation> save(List<Party> parties) {
            throw new UnsupportedOperationException("there is one partner");
        }

        @Override
        public Optional<Party> find(PartyId id) {
            return Optional.of(partner());
        }

        @Override
        public Optional<Party> find(EdiAddress address) {
            return Optional.of(partner());
        }

        @Override
        public List<Party> all() {
            return List.of(partner());
        }
    }
}

package org.lottrace.edi.asn856.internal;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.benchmark.Spread;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.schema.SetReader;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.internal.syntax.X12Scanner;
import org.lottrace.edi.x12.testing.SamplePartners;

/**
 * Ship notices from bytes to values with everything that is checked, against StAEDI: with objects ({@link StaediPipeline}); only checking them
 * with the schema file as it is; only checking them with its standard part alone, which is the best that StAEDI can do. Processor time of the
 * reading thread, in turns, warm.
 */
public final class ReadingComparison {
    private static final int ROUNDS = Integer.getInteger("benchmark.turns", 3);
    private static final int WARM_UP_ROUNDS = 3;
    private static final int MEGABYTE = 1_000_000;
    private static final FileLimits LIMITS = new FileLimits(200 * MEGABYTE);
    /** The package is that of the reader; the files lie two folders above each module of this depth. */
    private static final Path MAPPINGS = SamplePartners.MAPPINGS;

    private final int bytes;
    private final int rivalBytes;
    private final SamplePartners partners = new SamplePartners();
    private final SchemaFolder schemas = new SchemaFolder(MAPPINGS);
    private final Examiner examiner =
            new Examiner(partners, schemas, new OwnAddresses(partners, Optional.empty()), LIMITS);
    private final Binding binding = new PartnerFolder(MAPPINGS).binding("standard");

    /**
     * @param bytes how much we read in a turn
     * @param rivalBytes how much each rival reads in one
     */
    public ReadingComparison(int bytes, int rivalBytes) {
        this.bytes = bytes;
        this.rivalBytes = rivalBytes;
    }

    private record Reader(String name, byte[] file, ToIntFunction<byte[]> lines) {}

    /** Prints megabytes a processor second, and how many times those of the rivals that is. */
    public void print() throws IOException, EDISchemaException, JAXBException {
        Schema whole = schemas.find("004010", "856").orElseThrow();
        Schema standard = standardPart(MAPPINGS.resolve("x12/004010/856.xml"));
        StaediPipeline pipeline = new StaediPipeline(whole);
        for (boolean dense : new boolean[] {true, false}) {
            byte[] large = GeneratedNotices.file(dense, bytes, "N");
            byte[] small = GeneratedNotices.file(dense, rivalBytes, "N");
            requireSameLines(small, pipeline);
            List<Reader> readers = List.of(
                    new Reader("notices", large, this::lines),
                    new Reader("StAEDI and MOXy with objects", small, pipeline::lines),
                    new Reader("StAEDI with the schema", small, file -> staedi(file, whole)),
                    new Reader("StAEDI with its standard part", small, file -> staedi(file, standard)));
            print(dense ? "dense" : "sparse", readers, warm(dense, readers));
        }
    }

    private void requireSameLines(byte[] file, StaediPipeline pipeline) {
        if (lines(file) != pipeline.lines(file)) {
            throw new IllegalStateException("the rival reads " + pipeline.lines(file) + " lines, not " + lines(file));
        }
    }

    /** @return for each round the speed of each reader */
    private static List<double[]> warm(boolean dense, List<Reader> readers) {
        byte[] first = GeneratedNotices.file(dense, MEGABYTE, "N");
        List<double[]> rounds = new ArrayList<>();
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            readers.forEach(reader -> speed(first, reader.lines()));
        }
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(readers.stream()
                    .mapToDouble(reader -> speed(reader.file(), reader.lines()))
                    .toArray());
        }
        return rounds;
    }

    private static void print(String what, List<Reader> readers, List<double[]> rounds) {
        for (int i = 0; i < readers.size(); i++) {
            int reader = i;
            System.out.printf(
                    "reading %s, %s: MB a processor second: %s; ours is times it: %s%n",
                    what,
                    readers.get(i).name(),
                    Spread.of(rounds.stream().map(round -> round[reader]).toList()),
                    Spread.of(rounds.stream()
                            .map(round -> round[0] / round[reader])
                            .toList()));
        }
    }

    private static double speed(byte[] file, ToIntFunction<byte[]> reading) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        if (reading.applyAsInt(file) == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return file.length / 1e6 / ((threads.getCurrentThreadCpuTime() - before) / 1e9);
    }

    private int lines(byte[] file) {
        return examiner.examine(file).interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.sets().stream())
                .mapToInt(this::lines)
                .sum();
    }

    private int lines(ExaminedSet set) {
        SetLevels levels = SetLevels.of(set.segments());
        Reading reading = MessageReader.read(binding.read(levels), levels, PartnerSwitches.NONE, new PartyId("ACME"));
        if (!UnreadFacts.of(StatedFacts.of(levels), reading.read()).isEmpty()) {
            throw new IllegalStateException("something was not read");
        }
        NotUsed.of(
                levels, binding.paths(), PartnerSwitches.NONE, reading.notice().map(ShipNotice::shipDate));
        return reading.notice().orElseThrow().lines().size();
    }

    private static int staedi(byte[] file, Schema schema) {
        int sets = 0;
        for (var interchange : X12Scanner.scan(file).interchanges()) {
            for (var group : interchange.groups()) {
                for (var set : group.sets()) {
                    if (!SetReader.read(set, interchange.delimiters(), schema).isEmpty()) {
                        throw new IllegalStateException("a good set was refused");
                    }
                    sets++;
                }
            }
        }
        return sets;
    }

    private static Schema standardPart(Path file) throws IOException, EDISchemaException {
        String text = Files.readString(file).replaceAll("(?s)<implementation>.*</implementation>", "");
        return SchemaFactory.newFactory().createSchema(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

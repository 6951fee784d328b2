package org.lottrace.edi.asn856.internal;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.lottrace.api.id.PartyId;
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
 * Ship notices from bytes to values with everything that is checked, against StAEDI that only checks them: with the schema file as
 * it is, and with its standard part alone, which is the best that StAEDI can do. Processor time of the reading thread, in turns.
 */
public final class ReadingComparison {
    private static final int ROUNDS = 5;
    private static final int MEGABYTE = 1_000_000;
    private static final FileLimits LIMITS = new FileLimits(200 * MEGABYTE);
    /** The package is that of the reader; the files lie two folders above each module of this depth. */
    private static final Path MAPPINGS = SamplePartners.MAPPINGS;

    private final int bytes;
    private final SamplePartners partners = new SamplePartners();
    private final SchemaFolder schemas = new SchemaFolder(MAPPINGS);
    private final Examiner examiner =
            new Examiner(partners, schemas, new OwnAddresses(partners, Optional.empty()), LIMITS);
    private final Binding binding = new PartnerFolder(MAPPINGS).binding("standard");

    /** @param bytes how much we read in a round; StAEDI reads a fiftieth of it */
    public ReadingComparison(int bytes) {
        this.bytes = bytes;
    }

    /** Prints megabytes a processor second, the median of {@value #ROUNDS} rounds. */
    public void print() throws IOException, EDISchemaException {
        Schema whole = schemas.find("004010", "856").orElseThrow();
        Schema standard = standardPart(MAPPINGS.resolve("x12/004010/856.xml"));
        for (boolean dense : new boolean[] {true, false}) {
            byte[] large = file(dense, bytes);
            byte[] small = file(dense, bytes / 50);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            double[] best = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                ours[i] = speed(large, this::lines);
                theirs[i] = speed(small, bytes -> staedi(bytes, whole));
                best[i] = speed(small, bytes -> staedi(bytes, standard));
            }
            System.out.printf(
                    "%s: notices %.2f, StAEDI with the schema %.3f, with its standard part %.3f MB a processor second%n",
                    dense ? "dense" : "sparse", median(ours), median(theirs), median(best));
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
        NotUsed.of(levels, binding.paths(), PartnerSwitches.NONE);
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

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Dense: S-O-T-P-I, 48 lines a set with all that describes them. Sparse: a pack and an item each, 10 lines a set. */
    private static byte[] file(boolean dense, int length) {
        StringBuilder text = new StringBuilder();
        text.append("ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*")
                .append("000000001*0*P*>~\nGS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~\n");
        int sets = 0;
        int unit = 0;
        while (text.length() < length) {
            sets++;
            List<String> set = new ArrayList<>(List.of(
                    "BSN*00*N-" + sets + "*20260302*0910*0001",
                    "HL*1**S",
                    "DTM*011*20260302",
                    "N1*ST*Sample Foods Plant 1*UL*4260000010003",
                    "HL*2*1*O",
                    "PRF*PO-5001"));
            int level = 2;
            int tare = 2;
            for (int line = 1; line <= (dense ? 48 : 10); line++) {
                if (dense && line % 12 == 1) {
                    tare = ++level;
                    set.addAll(List.of("HL*" + tare + "*2*T", "MAN*GM*" + sscc(unit++)));
                }
                if (!dense || line % 4 == 1) {
                    set.addAll(List.of("HL*" + ++level + "*" + tare + "*P", "MAN*GM*" + sscc(unit++)));
                }
                int pack = dense ? level - (line - 1) % 4 : level;
                set.add("HL*" + ++level + "*" + pack + "*I");
                set.addAll(
                        dense
                                ? List.of(
                                        "LIN*" + line + "*UK*14005999001017*IN*10004711*VN*FL-25*LT*A17-" + line,
                                        "SN1*" + line + "*40*EA",
                                        "PID*F****WHEAT FLOUR 25 KG",
                                        "MEA*WT*G*1000*KG",
                                        "REF*ZZ*R" + line,
                                        "DTM*036*20270131",
                                        "DTM*094*20260215",
                                        "N1*SF*ACME FOODS*UL*4005999000013",
                                        "N3*1 Mill Road",
                                        "N4*Hamburg**20095*DE")
                                : List.of(
                                        "LIN*" + line + "*UK*14005999001017*LT*A17-" + line,
                                        "SN1*" + line + "*40*EA",
                                        "DTM*036*20270131",
                                        "DTM*094*20260215"));
            }
            set.add("CTT*" + level);
            String control = String.format("%04d", sets);
            text.append("ST*856*").append(control).append("~\n");
            set.forEach(segment -> text.append(segment).append("~\n"));
            text.append("SE*")
                    .append(set.size() + 2)
                    .append('*')
                    .append(control)
                    .append("~\n");
        }
        text.append("GE*").append(sets).append("*1~\nIEA*1*000000001~\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sscc(int number) {
        String digits = String.format("34005999%09d", number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }
}

package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lottrace.edi.x12.internal.syntax.FileLimits;

/**
 * A process of its own that takes an 856 of 50 MB, and then one of usual size; prints what its log says of them. Arguments: a folder,
 * and how many megabytes a file may have.
 */
final class LargeFile {
    private static final int BYTES = 50 * 1024 * 1024;

    private LargeFile() {}

    public static void main(String[] arguments) throws IOException {
        ExchangeFixture exchange = new ExchangeFixture(Path.of(arguments[0]));
        exchange.limits = new FileLimits(Integer.parseInt(arguments[1]) * 1024 * 1024);
        exchange.restart();
        write(exchange.folders.inbox().resolve("a-large.edi"));
        exchange.drop("b-usual.edi", ExchangeFixture.sample("sopi"));

        exchange.look();

        exchange.log().forEach(System.out::println);
        System.out.println(ExchangeFixture.text(exchange.folders.rejected(), "a-large.edi.report.txt"));
        System.exit(0); // the database keeps threads
    }

    /** A ship notice with as many items as it takes. */
    private static void write(Path file) throws IOException {
        String sample = ExchangeFixture.sample("sopi");
        int items = sample.indexOf("HL*2*1*O");
        String end = sample.substring(sample.indexOf("CTT*"));
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(sample.substring(0, items));
            out.write("HL*2*1*O~PRF*PO-1~");
            int written = items;
            for (int level = 3; written < BYTES; level++) {
                String item = "HL*" + level + "*2*I~LIN**VN*FLOUR*LT*L" + level + "~SN1**1*KG~DTM*036*20271231~";
                out.write(item);
                written += item.length();
            }
            out.write(end);
        }
    }
}

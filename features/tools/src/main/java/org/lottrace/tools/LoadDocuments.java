package org.lottrace.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Hands the documents of a folder to a running LotTrace, in the order of their names, the way partners and the ERP
 * system do it: {@code .xml} files are SOAP requests, {@code .edi} files go through the EDI inbox.
 *
 * <p>Ends at the first document that is refused, with every reason. It may be run again from the beginning: what was
 * taken in before is recognised by its event ids and control numbers and changes nothing.
 */
final class LoadDocuments {
    private static final long LAST_MOMENTS_SECONDS = 5;

    private final SoapDocuments soap;
    private final EdiDocuments edi;
    private final ProcessHandle lottrace;

    /**
     * @param soap the ERP service
     * @param ediFolder with {@code inbox} and {@code rejected}
     * @param lottrace the process that is to take the documents in
     */
    LoadDocuments(SoapDocuments soap, Path ediFolder, ProcessHandle lottrace) {
        this.soap = soap;
        this.edi = new EdiDocuments(ediFolder, lottrace::isAlive);
        this.lottrace = lottrace;
    }

    /**
     * @return how many documents were taken in
     * @throws Refusal if one was refused, or LotTrace ended
     */
    int load(Path folder) throws IOException, InterruptedException {
        List<Path> documents = documentsIn(folder);
        for (Path document : documents) {
            try {
                List<String> problems =
                        document.toString().endsWith(".edi") ? edi.handOver(document) : soap.handOver(document);
                if (!problems.isEmpty() && lottrace.isAlive()) {
                    throw new Refusal(
                            document.getFileName() + " was refused:\n  " + String.join("\n  ", problems)
                                    + "\nThe sample company is not complete; ./lottrace run loads it again from the beginning.");
                } else if (!problems.isEmpty()) {
                    throw ended(document);
                }
            } catch (IOException broken) {
                if (!endsSoon()) {
                    throw broken;
                }
                throw ended(document);
            }
        }
        return documents.size();
    }

    private Refusal ended(Path document) {
        return new Refusal(
                "LotTrace ended (process " + lottrace.pid() + ") while it was to take in " + document.getFileName()
                        + ". What it took in before stays; when it runs again, loading goes on. See ./lottrace logs, then ./lottrace run");
    }

    /** A connection breaks a moment before its process is gone. */
    private boolean endsSoon() throws InterruptedException {
        try {
            lottrace.onExit().get(LAST_MOMENTS_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<Path> documentsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".xml") || file.toString().endsWith(".edi"))
                    .sorted()
                    .toList();
        }
    }
}

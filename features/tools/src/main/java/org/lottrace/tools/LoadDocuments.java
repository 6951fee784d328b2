package org.lottrace.tools;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
public final class LoadDocuments {
    private static final long LAST_MOMENTS_SECONDS = 5;

    private LoadDocuments() {}

    /**
     * @param arguments folder of the documents, address of the ERP SOAP service, user, file with the user's password,
     *     EDI folder with {@code inbox} and {@code rejected}, process id of LotTrace
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 6) {
            System.err.println("usage: LoadDocuments FOLDER SOAP_ADDRESS USER PASSWORD_FILE EDI_FOLDER PROCESS_ID");
            System.exit(2);
        }
        if (Files.notExists(Path.of(arguments[3]))) {
            System.err.println("There is no file " + arguments[3] + " with the password of " + arguments[2] + ".");
            System.exit(1);
        }
        SoapDocuments soap = new SoapDocuments(
                URI.create(arguments[1]),
                arguments[2],
                Files.readString(Path.of(arguments[3])).strip());
        Optional<ProcessHandle> lottrace = ProcessHandle.of(Long.parseLong(arguments[5]));
        EdiDocuments edi = new EdiDocuments(Path.of(arguments[4]), () -> isRunning(lottrace));
        List<Path> documents = documentsIn(Path.of(arguments[0]));
        for (Path document : documents) {
            try {
                List<String> problems =
                        document.toString().endsWith(".edi") ? edi.handOver(document) : soap.handOver(document);
                if (!problems.isEmpty() && isRunning(lottrace)) {
                    System.err.println(document.getFileName() + " was refused:");
                    problems.forEach(problem -> System.err.println("  " + problem));
                    System.exit(1);
                } else if (!problems.isEmpty()) {
                    ended(document, arguments[5]);
                }
            } catch (IOException broken) {
                if (!endsSoon(lottrace)) {
                    throw broken;
                }
                ended(document, arguments[5]);
            }
        }
        System.out.println(documents.size() + " documents taken in");
    }

    private static void ended(Path document, String process) {
        System.err.println("LotTrace ended (process " + process + ") while it was to take in " + document.getFileName()
                + ". What it took in before stays; when it runs again, loading goes on.");
        System.exit(1);
    }

    private static boolean isRunning(Optional<ProcessHandle> lottrace) {
        return lottrace.filter(ProcessHandle::isAlive).isPresent();
    }

    /** A connection breaks a moment before its process is gone. */
    private static boolean endsSoon(Optional<ProcessHandle> lottrace) throws InterruptedException {
        try {
            if (lottrace.isPresent()) {
                lottrace.get().onExit().get(LAST_MOMENTS_SECONDS, TimeUnit.SECONDS);
            }
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

package io.quittance.delivery;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.file.DefaultDirectoryScanner;
import org.springframework.integration.file.filters.AcceptOnceFileListFilter;
import org.springframework.integration.file.filters.ChainFileListFilter;
import org.springframework.integration.file.inbound.FileReadingMessageSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;

/**
 * The flow on a drop folder: its files, in order of their names, filtered, each handed to who claims it. Lives in a context of its own, for
 * one sweep over the folder, so that no other command pays for its start.
 *
 * <p>It is asked for messages instead of being polled by a scheduler, in the thread of the stage: what fails there ends the stage, where an
 * error channel would only write it down. The last filter keeps the sweep finite, and is no protection against duplicates: the hash is.
 */
final class ClaimFlow implements AutoCloseable {

    private static final String SETTLED = "settledFiles";

    private final AnnotationConfigApplicationContext context;

    private ClaimFlow(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    /** Something that claims one file. */
    interface Claimant extends Consumer<Path> {}

    /** @param walk over the folder and what lies in it */
    static ClaimFlow on(Path inbox, FolderWalk walk, SettledFiles settled, Claimant claimant) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(Claimant.class, () -> claimant);
        context.registerBean(FileReadingMessageSource.class, () -> source(inbox, walk, settled));
        context.register(Beans.class);
        context.refresh();
        return new ClaimFlow(context);
    }

    /** Looks at the folder once and again as long as that brings something that may be taken. */
    void drain() {
        var source = context.getBean(FileReadingMessageSource.class);
        var channel = context.getBean(SETTLED, MessageChannel.class);
        source.start();
        try {
            for (Message<File> next = source.receive(); next != null; next = source.receive()) {
                channel.send(next);
            }
        } catch (MessagingException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static FileReadingMessageSource source(Path inbox, FolderWalk walk, SettledFiles settled) {
        var chain = new ChainFileListFilter<File>();
        chain.addFilter(settled);
        chain.addFilter(new AcceptOnceFileListFilter<>());
        var scanner = new DefaultDirectoryScanner() {
            @Override
            protected File[] listEligibleFiles(File directory) {
                settled.beginLook();
                return walk.entries(directory.toPath(), settled::notListed).stream()
                        .map(Path::toFile)
                        .toArray(File[]::new);
            }
        };
        scanner.setFilter(chain);
        var source = new FileReadingMessageSource();
        source.setDirectory(inbox.toFile());
        source.setScanner(scanner);
        return source;
    }

    /** What the flow consists of. */
    @Configuration(proxyBeanMethods = false)
    @EnableIntegration
    static class Beans {

        @Bean
        IntegrationFlow claiming(Claimant claimant) {
            return IntegrationFlow.from(SETTLED)
                    .handle(File.class, (file, headers) -> {
                        claimant.accept(file.toPath());
                        return null;
                    })
                    .get();
        }
    }
}

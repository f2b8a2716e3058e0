package io.quittance.platform.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads files of {@code config/} as strict UTF-8. */
final class ConfigurationText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigurationText() {}

    static String read(Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw ConfigurationError.in(file, "is missing.", "Put it there, or name another folder with --config DIR.");
        } catch (CharacterCodingException e) {
            throw ConfigurationError.in(file, "is not UTF-8.", "Save it as UTF-8.");
        } catch (IOException e) {
            throw ConfigurationError.in(file, "cannot be read: " + e.getMessage(), "Make it readable.");
        }
    }

    /** Files of one kind in a folder, by name. */
    static List<Path> filesIn(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ConfigurationError.in(
                    folder, "is no readable folder.", "Put it there, or name another folder with --config DIR.");
        }
    }
}

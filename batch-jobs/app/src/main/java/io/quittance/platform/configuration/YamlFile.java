package io.quittance.platform.configuration;

import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file into a {@link YamlSection}. Values stay text until a key is read, so no value changes its type by itself. */
public final class YamlFile {

    private YamlFile() {}

    /** The mapping at the top of the file. */
    public static YamlSection read(Path file) {
        String text = ConfigurationText.read(file);
        try {
            Node top = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow(() -> ConfigurationError.at(file, 1, "", "is empty."));
            return section(file, "", top);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw ConfigurationError.at(file, line, "", "is no YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw ConfigurationError.at(file, 1, "", "is no YAML: " + e.getMessage());
        }
    }

    static YamlSection section(Path file, String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlSection(file, path, line(node), mapping.getValue());
        }
        String key = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
        throw ConfigurationError.at(file, line(node), key, "must be a mapping of keys to values.");
    }

    /** From 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The YAML files in a folder, by name. */
    static List<Path> in(Path folder) {
        return ConfigurationText.filesIn(folder, ".yaml");
    }
}

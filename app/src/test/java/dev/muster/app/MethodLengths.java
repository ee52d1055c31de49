package dev.muster.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Measures methods, from the first modifier to the closing brace, as the compiler parses them. */
final class MethodLengths {

  private MethodLengths() {}

  /** The methods that are longer, each with its file and length. */
  static List<String> longerThan(int lines, List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Scan(unit, positions, lines, found), null);
      }
    }
    return found;
  }

  private static final class Scan extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final int limit;
    private final List<String> found;

    Scan(CompilationUnitTree unit, SourcePositions positions, int limit, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.limit = limit;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      LineMap lines = unit.getLineMap();
      long start = lines.getLineNumber(positions.getStartPosition(unit, method));
      long end = lines.getLineNumber(positions.getEndPosition(unit, method));
      if (end - start + 1 > limit) {
        found.add(
            unit.getSourceFile().getName()
                + ":"
                + start
                + ": "
                + method.getName()
                + " has "
                + (end - start + 1)
                + " lines");
      }
      return super.visitMethod(method, null);
    }
  }
}

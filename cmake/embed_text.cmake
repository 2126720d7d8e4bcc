# embed_text(NAME FILE HEADER): compiles FILE's text into collector_lib as `const char* const NAME`, which HEADER declares
# in namespace collector.  The build makes it anew when FILE changes.

# The text as raw string literals, in pieces of whole lines: compilers limit the length of one.
function(text_as_literals text result)
  string(LENGTH "${text}" length)
  set(literals "")
  set(place 0)
  while(place LESS length)
    string(SUBSTRING "${text}" ${place} 8000 piece)
    string(FIND "${piece}" "\n" line_end REVERSE)
    if(line_end GREATER 0)
      string(SUBSTRING "${piece}" 0 ${line_end} piece)
    endif()
    string(APPEND literals "\n    R\"collector(${piece})collector\"")
    string(LENGTH "${piece}" taken)
    math(EXPR place "${place} + ${taken}")
  endwhile()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

function(embed_text name file header)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} text)
  text_as_literals("${text}" literals)
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
    "#include \"@header@\"\n\nnamespace collector {\n\nconst char* const @name@ =@literals@;\n\n}  // namespace collector\n")
  target_sources(collector_lib PRIVATE ${generated})
  # The model is longer than every compiler must take; g++ and clang take it.
  set_source_files_properties(${generated} TARGET_DIRECTORY collector_lib PROPERTIES
    COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

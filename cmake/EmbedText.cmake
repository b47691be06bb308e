# Turns one text file into a header with one raw string constant (-DINPUT -DOUTPUT -DNAME -DROOM).
file(READ ${INPUT} content)
file(WRITE ${OUTPUT} "// Generated from ${NAME} by cmake/EmbedText.cmake.\n#pragma once\n#include <string_view>\nnamespace recoupe::${ROOM}::sql {\ninline constexpr std::string_view ${NAME} = R\"~embedded~(${content})~embedded~\";\n}\n")

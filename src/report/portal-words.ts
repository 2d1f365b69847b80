/**
 * Words with which portals and browsers turn people away, in lower case and without accents, besides
 * those of the messages that are known: of a message, only such words are told. No name is among them.
 */
const words = `
a al algo alguien alguna alguno algunos ante antes aqui asi aun aunque bajo bien cada casi como con contra
cual cuales cuando cuanto de debe deben debera deberan debes debido del dentro desde despues donde dos durante
e el ella ello en entre es esa ese eso esta estan estar este esto estos fue fueron ha habra hace hacer hacia
han hasta hay incluso intente intentelo intentar la las le les lo los luego mas mayor me mediante menor menos
mensaje mi mientras mismo momento muy nada ni ningun ninguna no nos nuestro nueva nuevamente nuevo nunca o otra
otro otros para pero poco podra por porque posible posteriormente primero puede pueden puedes que quien
revise revisa se sea segun ser si sido siempre siguiente sin sino sobre solo son su sus tal tambien tarde te
tener tengan ti tiempo tiene tienen toda todas todavia todo todos tu tus un una unas uno usted vez y ya
acceder acceso accion aceptar activa activo actualice actualizar actualizado administrador agente algoritmo
anterior aplicacion aplicaciones archivo archivos asociada asociado atencion autenticacion autenticar
autoridad autorizacion autorizado aviso ayuda bloqueada bloqueado boton buzon cadena campo captcha
capture capturada capturado cargar caduco caducado caracteres carga cer cerrada cerrado cerrar certificada
certificado certificados cifrado clave claves cliente codigo coincide coinciden compatible comprobar comunicacion
comuniquese conexion confirmar consulta contacte contacta contenido contrasena contrasenas contribuyente
correcta correctamente correcto correo corresponde corresponden credenciales csd cuenta curp dato datos
delegacion denegado dentro derechohabiente desconocida desconocido deshabilitado detalle dia dias digital
digitales digito direccion disponible disponibles documento documentos domicilio efirma efectuar ejecutar
electronica electronico elegir eliminar emisor emitido emitida empresa encontrado encontro encuentra
entrada entrar enviar enviado equipo error errores escriba escritorio especificado establecer estado exceso
existe existen exito expirada expirado expiro externo extension fallida fallido fallo falta fecha fiel fiscal
firma firmado firmante firmar fisica formato formulario fuera funcion funcionalidad generar gobierno grave
guarde habilitada habilitado hora horario horas https http id idse identidad identificacion identificador
idioma imss inactividad inactivo incompleta incompleto inconsistencia incorrecta incorrectas incorrecto
incorrectos inesperado informacion ingresada ingresado ingresar ingrese ingreso inicia iniciada iniciar inicie
inicio instituto insuficientes intentos interna interno internet invalida invalidas invalido invalidos java
javascript key leer legal limite linea llave llaves localizado login maximo mantenimiento minutos moral
motivo multiples navegador necesario negado nombre numero obligatorio obligatorios obtener ocsp ocupado
ocurrido ocurrio operacion opcion pagina parametro parametros particular pasos password patron patronal
patrones pendiente perfil permiso permisos permite permitido persona personas pfx portal precaucion
presente presento privada privado privilegios problema problemas procesar proceso proporcionado proxima
proximamente publica recargue recuperar recurso red redireccion registrada registrado registrarse registre
registro relacionado remoto renovar representante reintente reintentar requerida requerido requiere respuesta
resultado revocacion revocada revocado rfc rol roles sat seguridad seguro seleccion seleccionado seleccionar
seleccione sello servicio servicios servidor sesion siat sistema sitio social solicitada solicitado solicitud
soporte soportado subdelegacion superado suspendida suspendido temporal temporalmente termino terminada
tipo titular token tramite tramites url usar usuario usuarios utilizado utilizar valida validacion validado
validar validas valide valido validos validez vencida vencido vencio ventana verificar verifique version
vigencia vigente vigentes vinculada vinculado visible vuelva
the this page site is not can cant be reached working available server service unavailable bad gateway
request forbidden found internal timeout time out connection refused reset closed took too long respond
your you access denied error login invalid session expired please try again later unexpected certificate
key password file was has been an of to in on for and or failed script
`;

export const portalWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));

/** Samples of the skin or the lips from which their own mean colour is taken, in the vertex shader. */
export const MEAN_SAMPLES = 16

/**
 * The mean colour of what is painted, from the picture itself, before any triangle is filled: no pixel is read back. Means are taken of square roots, which keeps a
 * highlight from pulling them up. Among lashes what is darker than the mean is no skin: of lids only the rest counts, or bare skin would be taken for a highlight.
 */
const MEAN = `
uniform sampler2D picture;
uniform vec2 pictureSize;
uniform vec2 samples[ ${MEAN_SAMPLES} ];
flat varying vec3 meanColour;
vec3 meanOf() {
	vec3 sum = vec3( 0.0 );
	for ( int i = 0; i < ${MEAN_SAMPLES}; i ++ ) sum += textureLod( picture, samples[ i ] / pictureSize, 0.0 ).rgb;
	sum /= ${MEAN_SAMPLES.toFixed(1)};
#ifdef LASHES
	vec3 skin = vec3( 0.0 );
	float count = 0.0;
	for ( int i = 0; i < ${MEAN_SAMPLES}; i ++ ) {
		vec3 one = textureLod( picture, samples[ i ] / pictureSize, 0.0 ).rgb;
		float lit = step( sum.g, one.g );
		skin += lit * one;
		count += lit;
	}
	if ( count > 0.0 ) sum = skin / count;
#endif
	return sum;
}
`

/** Björn Ottosson's OKLab (2020), from and to linear sRGB: hue stays when lightness changes. */
const OKLAB = `
vec3 toLinear( vec3 c ) { return mix( c / 12.92, pow( ( c + 0.055 ) / 1.055, vec3( 2.4 ) ), step( 0.04045, c ) ); }
vec3 toCoded( vec3 c ) { return mix( c * 12.92, 1.055 * pow( max( c, vec3( 0.0 ) ), vec3( 1.0 / 2.4 ) ) - 0.055, step( 0.0031308, c ) ); }
vec3 toLab( vec3 c ) {
	vec3 lms = pow( max( vec3( 0.0 ), mat3( 0.4122214708, 0.2119034982, 0.0883024619, 0.5363325363, 0.6806995451, 0.2817188376, 0.0514459929, 0.1073969566, 0.6299787005 ) * c ), vec3( 1.0 / 3.0 ) );
	return mat3( 0.2104542553, 1.9779984951, 0.0259040371, 0.7936177850, - 2.4285922050, 0.7827717662, - 0.0040720468, 0.4505937099, - 0.8086757660 ) * lms;
}
vec3 fromLab( vec3 c ) {
	vec3 lms = mat3( 1.0, 1.0, 1.0, 0.3963377774, - 0.1055613458, - 0.0894841775, 0.2158037573, - 0.0638541728, - 1.2914855480 ) * c;
	return mat3( 4.0767416621, - 1.2684380046, - 0.0041960863, - 3.3077115913, 2.6097574011, - 0.7034186147, 0.2309699292, - 0.3413193965, 1.7076147010 ) * ( lms * lms * lms );
}
`

const PLACE = `
uniform vec4 clipFromPicture;
vec4 placed( vec2 pixel, float depth ) {
	return vec4( pixel * clipFromPicture.xy + clipFromPicture.zw, depth, 1.0 );
}
`

export const STRIP_VERTEX = `
attribute vec3 bulge;
attribute vec4 edge;
varying vec4 at;
varying vec3 outward;
uniform mat3 cameraFromHead;
${MEAN}
${PLACE}
void main() {
	at = edge;
	outward = cameraFromHead * bulge;
	meanColour = meanOf();
	gl_Position = placed( position.xy, 0.0 );
}
`

export const MESH_VERTEX = `
attribute vec2 face;
varying vec2 onFace;
${MEAN}
${PLACE}
void main() {
	onFace = face;
	meanColour = meanOf();
	// Depth only orders a face against itself: half a metre of it is plenty.
	gl_Position = placed( position.xy, clamp( - position.z * 4.0, - 0.99, 0.99 ) );
}
`

/**
 * Paint on skin. What the skin's own light and shade make of its mean colour, they make of the paint: lightness is scaled by the same ratio, in OKLab, whose coordinates
 * scale together when light does. A highlight beyond that is light from the surface, not the skin, and keeps the light's colour.
 */
const PAINT = `
uniform vec4 shade;   // linear colour in this picture's light, opacity
uniform vec4 finish;  // ratio kept in shadow, ratio kept in light, highlight kept, glint
uniform vec3 lightFrom;
uniform vec3 lightColour;
flat varying vec3 meanColour;
${OKLAB}
vec3 paint( vec3 coded, float cover, vec3 normal, float sheer ) {
	vec3 seen = toLab( toLinear( coded ) );
	vec3 mean = toLab( toLinear( meanColour ) );
	vec3 target = toLab( shade.rgb );
	float ratio = seen.x / max( 0.04, mean.x );
	// Paint that lightens dark skin shows its grain no stronger than the skin did.
	float grain = clamp( mean.x / max( 0.05, target.x ), 0.5, 1.0 );
	float body = min( ratio, 1.12 );
	float shading = body < 1.0 ? pow( body, mix( 1.0, finish.x, grain ) ) : 1.0 + ( body - 1.0 ) * finish.y * grain;
	float bright = max( 0.0, ratio - 1.12 ) * mean.x;
	// Sheer powder shifts lightness by a part of what lies between; thick paint takes its own.
	float level = mix( target.x * shading, seen.x * mix( 1.0, target.x / max( 0.05, mean.x ), target.x < mean.x ? 0.5 : 0.45 ), sheer );
	vec3 made = vec3( level, target.yz * mix( level / max( 0.05, target.x ), 1.0, 0.5 * sheer ) );
	// Powder on dark skin is worn thicker: as much of it would hardly be seen.
	float amount = cover * shade.a;
	amount = mix( amount, 1.0 - pow( 1.0 - amount, 1.0 + 1.5 * clamp( 1.0 - mean.x / 0.6, 0.0, 1.0 ) ), sheer );
	made.x += bright * finish.z;
	vec3 mixed = mix( seen, made, amount );
	vec3 light = fromLab( mixed );
	return light + glintOf( normal, ratio ) * cover;
}
`
const GLINT = `
vec3 glintOf( vec3 normal, float ratio ) {
	if ( finish.w <= 0.0 ) return vec3( 0.0 );
	vec3 middle = normalize( lightFrom + vec3( 0.0, 0.0, 1.0 ) );
	vec3 n = normalize( normal );
	float lobe = pow( max( 0.0, dot( n, middle ) ), 48.0 ) + 0.22 * pow( max( 0.0, dot( n, normalize( vec3( 0.0, 0.35, 1.0 ) ) ) ), 14.0 );
	// Lips are furrowed: the picture's own grain breaks the highlight up.
	float furrow = smoothstep( 0.72, 1.12, ratio );
	return lightColour * finish.w * lobe * mix( 0.25, 1.0, furrow );
}
`
const SOURCE = `
uniform sampler2D picture;
uniform vec4 pictureFromScreen;
vec3 coded() { return texture2D( picture, gl_FragCoord.xy * pictureFromScreen.xy + pictureFromScreen.zw ).rgb; }
void lay( float cover, vec3 normal, float sheer ) {
	if ( cover * shade.a < 0.004 ) discard;
	vec3 below = coded();
	gl_FragColor = vec4( toCoded( clamp( paint( below, cover, normal, sheer ), 0.0, 1.0 ) ), 1.0 );
}
`
const order = (main: string) => PAINT.replace('vec3 paint(', `${GLINT}\nvec3 paint(`) + SOURCE + main

/** Lips: soft edges a pixel or two wide, whose middles lie on the contours; where the mouth is closed there is no inner edge. */
export const LIPS_FRAGMENT = order(`
varying vec4 at;
varying vec3 outward;
uniform vec2 soft;
// Half of the paint exactly on the line: what is seen to be painted is what the contour takes in. Thin lips keep a middle that is covered.
float inside( float pixels, float ramp ) { return smoothstep( - 0.5, 0.5, pixels / max( ramp, 0.3 ) ); }
void main() {
	float cover = inside( at.x * at.z, min( soft.x, at.z * 0.9 ) );
	if ( soft.y > 0.0 ) cover *= inside( ( 1.0 - at.x ) * at.z, min( soft.y, at.z * 0.6 ) );
	lay( cover, outward, 0.0 );
}
`)

/** Eyelids: densest at the lashes, gone below the brow and at both ends. */
export const LIDS_FRAGMENT = order(`
varying vec4 at;
varying vec3 outward;
uniform vec2 soft;
void main() {
	float up = 1.0 - at.x;
	float cover = smoothstep( 0.0, 1.0, up * at.z / soft.x ) * ( 1.0 - smoothstep( 0.25, 1.0, up ) );
	cover *= smoothstep( 0.0, 0.16, at.y ) * ( 1.0 - smoothstep( 0.84, 1.0, at.y ) );
	lay( cover, outward, 0.45 );
}
`)

/** Cheeks: a soft oval in the face's own coordinates, rising from the apple towards the ear. */
export const CHEEKS_FRAGMENT = order(`
varying vec2 onFace;
uniform vec4 oval;    // centre and direction of the long axis, of the cheek at u < 0.5
uniform vec2 radii;
void main() {
	vec2 p = vec2( min( onFace.x, 1.0 - onFace.x ), onFace.y ) - oval.xy;
	vec2 d = vec2( dot( p, oval.zw ), dot( p, vec2( - oval.w, oval.z ) ) ) / radii;
	float far = dot( d, d );
	float cover = 0.85 * exp( - 1.5 * far ) * ( 1.0 - smoothstep( 1.2, 2.2, far ) );
	lay( cover, vec3( 0.0, 0.0, 1.0 ), 1.0 );
}
`)
